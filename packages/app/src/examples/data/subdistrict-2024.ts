import type { ExampleSpec } from '../example-spec.js'

/**
 * Planted: an administrative rule that a subdistrict cannot make; the format letter of 2019 as its basis; 我区 in a
 * county; a passage of the finance bureau's report; a mobile number; problems without measures.
 */
export const SUBDISTRICT_2024: ExampleSpec = {
  name: '云岭县石桥街道办事处2024年.txt',
  as: 'txt',
  form: '2021',
  authority: '云岭县石桥街道办事处',
  year: 2024,
  intro:
    '本报告依据《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）编制，所列数据的统计期限为2024年1月1日至2024年12月31日。',
  texts: {
    一: `2024年，石桥街道办事处按照我区统一部署，推进政府信息公开向社区延伸。
（一）主动公开。通过县政府门户网站公开信息73条，通过社区公开栏公开信息120余条，内容包括低保救助、老旧小区改造和物业管理。
（二）依申请公开。全年收到政府信息公开申请2件，均已答复。
（三）政府信息管理。建立政府信息公开属性源头认定机制，发文时同步确定公开方式，由办公室按月抽查已发文件的公开情况，抽查结果在局务会上通报。
（四）政府信息公开平台建设。在6个社区便民服务站设置政务公开查阅点，配备查询电脑6台。
（五）监督保障。明确党政办公室负责公开工作，联系人手机13800000000；开展培训1次。`,
    五: '存在的主要问题：社区工作人员对公开范围把握不准，公开内容与居民需求还有差距。',
    六: '无。',
  },
  proactive: ['1', '0', '1', '0', '0', '0', '0', '12', '0', '0'],
  requests: { 一: [2, 0], '三（一）': [1, 0], '三（五）1': [1, 0] },
  reconsideration: [0, 0, 0, 0],
  planted: [],
  signedOn: '1月22日',
}
