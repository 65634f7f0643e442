/** Item (一) of section one: what was published, by channel and by kind. */
export const PROACTIVE_PARAGRAPHS = [
  '全年通过各类渠道主动公开政府信息{published}条，其中门户网站{site}条、微信公众号{wechat}条、微博{weibo}条。',
  '{self}依托{site_name}发布政府信息{site}条，包括{kinds}。',
  '按照主动公开基本目录，{year}年在门户网站公开信息{site}条：{shares}。',
  '坚持应公开尽公开，{year}年累计发布各类信息{published}条。其中，网站发布{site}条，政务新媒体发布{media}条（微信公众号{wechat}条、微博{weibo}条）。',
  '做好重点领域信息公开，及时公布预算决算、政府采购、行政执法等信息。{year}年门户网站共公开信息{site}条，政务新媒体共推送信息{media}条。',
  '{year}年，制发{normative}{made}件，均按规定在门户网站公开。开展政策解读{explained}次，回应群众留言{answered}条。',
  '围绕社会关注事项主动发声，全年发布政策解读稿件{explained}篇，办理并公开网民留言{answered}条；公开人大代表建议{proposals}件、政协委员提案{motions}件的办理结果。',
  '一是规范机构信息公开，机构设置、负责人和联系方式发生变动的，及时更新。二是推进预算决算公开。三是公开人大代表建议和政协委员提案办理情况，其中建议{proposals}件、提案{motions}件。全年通过门户网站公开信息{site}条。',
]

/** Item (三) of section one: how information is managed. */
export const MANAGEMENT_PARAGRAPHS = [
  '落实“先审查、后公开”要求，信息发布前由经办人自查、科室负责人复核、分管领导签发，做到逐条审查、全程留痕。',
  '在公文起草环节同步确定公开属性，拟不予公开的说明理由；定期开展公开内容动态调整，对已公开的信息进行清理。',
  '严格信息发布审核程序，建立发布台账，{year}年开展自查{checks}次，发现错敏字词和失效链接即时整改。',
  '加强{normative}管理。{year}年制发{normative}{made}件，截至{year}年12月31日现行有效{valid}件，文件文本格式规范，便于查阅下载。',
  '健全政府信息制作、获取、保存、处理全流程管理制度，明确{people}名专（兼）职人员负责信息的收集、整理和上传。',
  '完善政府信息公开指南和主动公开目录，及时调整机构变化引起的目录变动，实行动态更新，确保公开内容权威准确。',
  '明确各科室信息报送责任，坚持谁公开、谁审查、谁负责，严防敏感信息和个人隐私外泄。',
]

/** Item (四) of section one: the platforms. */
export const PLATFORM_PARAGRAPHS = [
  '以{site_name}政府信息公开专栏为主平台，设置{columns}个二级栏目，规范栏目名称和展示顺序，提升检索便利度。',
  '统筹推进网站与政务新媒体建设，政务微信公众号全年推送信息{wechat}条，阅读体验和服务功能进一步优化。',
  '安排专人维护政府信息公开平台，全年检查栏目{checks}次，未出现空白栏目和超期未更新栏目。',
  '在政务服务大厅设立政府信息查阅点，配备电脑和资料架，为群众提供查询、打印、咨询服务。',
  '发挥门户网站第一平台作用，加强政务微博、微信公众号协同发布，全年政务新媒体发布信息{media}条。',
  '优化专栏页面布局，完善搜索、查阅、下载功能，推动图表、音频等多种形式的解读材料集中展示。',
]

/** Item (五) of section one, for departments and townships. */
export const SUPERVISION_PARAGRAPHS = [
  '成立政府信息公开工作领导小组，由主要负责人任组长，明确{office}牵头，配备工作人员{people}名。全年组织业务培训{trainings}次，参训{trained}人次。',
  '把政府信息公开纳入科室年度考核，定期通报进展。{year}年举办专题培训{trainings}期，{trained}人次参加。',
  '主动接受社会监督，公布监督电话和意见箱，认真办理群众意见建议。{year}年没有因政府信息公开工作受到责任追究的情况。',
  '加强队伍建设，{year}年派员参加上级组织的业务培训{trainings}次，工作人员的业务能力得到提升。',
  '分管领导每季度听取一次公开工作汇报，对照考核指标逐项检查，问题即查即改。',
]

/** Item (五) of section one, for governments: appraisal, public rating and accountability. */
export const GOVERNMENT_SUPERVISION = [
  '将政务公开纳入{regionWord}绩效考核体系，{year}年对各部门和乡镇（街道）开展考核，考核结果按程序通报；组织社会评议，公众总体满意；全年没有发生需要责任追究的情形。',
  '建立季度检查、年终考核制度，{year}年开展检查{checks}次；邀请人大代表、政协委员和群众代表开展社会评议；全年未发生责任追究情况。举办全系统培训{trainings}期，参训{trained}人次。',
  '强化考核评议。{year}年，政务公开工作考核在综合考核中的分值权重符合上级要求，考核结果已反馈各单位；社会评议由第三方机构组织实施；责任追究方面，全年无相关情形。',
]
