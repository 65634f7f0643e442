/** What is tried first when a password is guessed, in small letters: lists of leaked passwords, habits of Chinese keyboards and names, words of this office. Longer runs and dates are found by pattern. */
export const COMMON: readonly string[] = `
000000 100100 100200 110110 111111 112233 11223344 121212 1230123 123123 123321 12344321 123456a
123456abc 123654 123abc 123qwe 1314520 13145200 147258 147258369 147852 159357 159753 1q2w 1q2w3e
1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc 314159 321321 3e4r 456789 5201314 52013140 584520 654321
666666 741852963 7758258 7758521 789456 789456123 88888888 963852741 a123456 a12345678 a123456789
aa123456 abc abc123 abc12345 abcd1234 abcd123456 access admin admin123 admin888 administrator
aiguo aini aini1314 ainiyisheng ainiyiwannian android apple april asd123 asdasd asdf asdfg asdfgh
asdfghjkl asdzxc ashley august autumn baba baba123 banana bangong bangongshi baobao baobei baogao
baseball basketball batman beijing bgs bgt bumang buster buzhidao caizheng cao cde changcheng
changchun changeme changjiang changsha charlie cheese chen cheng chengdu chengxin chenjie chenjing
chenwei chongqing computer cookie dalian dangjian dangwei dangyuan daniel december default demo
demo123 deng denglu didi dong dongguan dragon edc example facai facebook fazhi february feng
flower football foshan freedom friday fuqiang fuwu fuzhou gao gege ginger gongan gongchandang
gongkai gongkaitiaoli gongwuyuan gongxi gongxifacai gongzheng google guangzhou guanli guanliyuan
guest guest123 guiyang guo haerbin haikou han hangzhou harley hefei hello hello123 helloworld
hexie hockey hongqi huang huanghe huawei hunter iloveyou internet iphone january jessica jiankang
jiaotong jiaoyu jiedao jiedaoban jiejie jinan jingye jordan july june keji killer kuaile kunming
lanzhou laogong laopo lasa lenovo letmein li123456 liang lijie lijing lijuan lijun limin liming
lin lina linkedin liqiang litao liu liufang liujie liuwei liuyan liuyang liwei lixiuying liyong
lkjhg login luo mama mama123 manager march master meimei michael microsoft mima mima123 mimamima
minzheng minzhu mju mnbvc monday monkey mysql nanchang nanjing nanning ndbg nhy niandu
niandubaogao nihao nihaoma nimei ningbo nishishui nokia nongye november october office operator
oracle orange p@ssw0rd p@ssword pass pass123 passw0rd passwd password peng pepper pingan pingdeng
poiuy pokemon postgres princess private public pwd qaz qazwsx qazwsxedc qiangguo qinaide qingdao
qq123456 quzhengfu qwe123 qweasd qweasdzxc qweqwe qwer qwert qwerty qwertyuiop ranger renmin
renminzhengfu rfv rmzf root root123 sample samsung sanya saturday secret september server service
shadow shanghai shengri shengrikuaile shenji shenyang shenzhen shequ shiwei shizhengfu shuili
shuiwu sifa soccer song spring starwars summer sun sunday sunshine superman support suzhou system
szf taishan taiyuan tang temp temp123 temporary test test123 tester tgb thomas thursday tianjin
tianshi tiantian tianya tiaoli tongji trustno1 tuesday ujm user user123 vfr wang wang123456
wangchao wangfang wanggang wangjing wangjun wanglei wangli wangmin wangqiang wangtao wangwei
wangxiuying wangyan wangyong wednesday weirenmin weirenminfuwu weisheng weiyuanhui welcome wenming
wenzhou whatever windows winter woaini woaini123 woaini1314 woaini520 woaiwojia woaizhongguo
wobuzhidao wodemima word woshini woshishui wsx wuhan wulumuqi wuxi xiamen xiangzhen xianwei
xianzhengfu xiao xiaohong xiaoli xiaolong xiaomi xiaoming xiaotian xiaowei xiaoxiao xiaoyu xie
xingfu xining xinnian xinniankuaile xinxi xinxigongkai xinzhongguo xitong xitongguanliyuan xsw xu
xuexiqiangguo xxgk xzf yang yhn yinchuan yingji yishengyishi yonghu youshan ysqgk yuan zaq
zaq12wsx zaq1zaq1 zdgk zeng zfxx zfxxgk zhang zhang123 zhangjie zhangjing zhanglei zhangli
zhangmin zhangtao zhangwei zhangxiuying zhangyan zhangyong zhao zheng zhengfu zhengfuxinxi
zhengfuxinxigongkai zhengwu zhengwugongkai zhengzhou zhongguo zhonghua zhou zhu ziyou zuguo zwb
zwfw zwfwzx zwgk zxcv zxcvb zxcvbn zxcvbnm zxczxc
`
  .trim()
  .split(/\s+/)
