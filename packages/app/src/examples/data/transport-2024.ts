import type { ExampleSpec } from '../example-spec.js'

/**
 * Planted: the form of 2019 for the year 2024; item numbers that jump; relative time; a growth that its own figures do
 * not give; a fixed phrase misquoted; a signature without date.
 */
export const TRANSPORT_2024: ExampleSpec = {
  name: '云岭县交通运输局2024年.txt',
  as: 'txt',
  form: '2019',
  authority: '云岭县交通运输局',
  year: 2024,
  intro:
    '本报告根据《中华人民共和国政府信息公开条例》编制。本报告所列数据的统计期限为2024年1月1日至2024年12月31日。',
  texts: {
    一: `今年以来，云岭县交通运输局坚持以公开为常态、以不公开为例外，主动接受社会监督。
（一）主动公开。全年公开信息132条，比上年的110条增长25%，其中农村公路建设信息41条。
（二）依申请公开。全年未收到政府信息公开申请。
（四）政府信息管理。对历年公开的信息进行清理，更正失效链接17处。
（五）平台建设。更新交通运输专栏，公布公交线路调整信息9条。
（六）监督保障。主要负责同志定期听取公开工作汇报，全年组织学习2次。`,
    五: `存在的主要问题：一是公开内容不够全面。二是工作人员业务不够熟练。
改进措施：一是对照标准目录补充公路养护、运输执法等信息。二是每季度组织一次业务学习，提高工作人员业务能力。`,
    六: '本年度没有收取信息处理费。无其他需要报告的事项。',
  },
  proactive: [
    ...['0', '0', '0', '0', '0', '2', '24', '0', '860', '5', '+1', '12'],
    ...['31', '0', '46', '3', '0', '2', '2', '0', '6', '128.5万元'],
  ],
  requests: {},
  reconsideration: [0, 0, 0, 0],
  planted: [],
  signedOn: null,
}
