/** Item (二) of section one where no request came in and none was left over. */
export const NO_REQUESTS = [
  '{year}年，{self}未收到政府信息公开申请。',
  '{year}年{self}收到政府信息公开申请0件，上年结转0件。',
  '全年没有收到公民、法人和其他组织提出的政府信息公开申请，无结转下年度办理事项。',
  '畅通申请渠道，在网站公布受理机构、办公地址和联系电话。{year}年，{self}收到的政府信息公开申请为0件。',
  '{name}在{year}年度内没有收到政府信息公开申请。',
]

/** Item (二) of section one where requests were handled. */
export const SOME_REQUESTS = [
  '{year}年，{self}共收到政府信息公开申请{received}件，上年结转{carried}件。全年办结{done}件，结转下年度继续办理{pending}件。',
  '全年新收政府信息公开申请{received}件，其中自然人申请{natural}件，法人或其他组织申请{legal}件；上年结转{carried}件。',
  '{year}年办理政府信息公开申请{handling}件，其中本年新收{received}件、上年结转{carried}件。办结的{done}件中，予以公开{open}件，部分公开{partial}件，不予公开{refused}件，无法提供{unable}件，不予处理{unhandled}件，其他处理{other}件。',
  '规范申请登记、审核、办理、答复、归档流程，提高答复质量。{year}年新收申请{received}件，其中自然人{natural}件、法人或其他组织{legal}件，均在法定期限内办理；结转下年度{pending}件。',
  '{name}坚持依法办理依申请公开事项。{year}年收到政府信息公开申请{received}件，连同上年结转的{carried}件，共办结{done}件，其中予以公开{open}件。',
  '严格按照法定时限和程序办理申请，注重与申请人沟通。全年收到申请{received}件，办结{done}件，未办结的{pending}件依法结转下年度。',
]

/** A sentence on reviews and suits, where there were none. */
export const NO_REMEDIES = [
  '全年未发生因政府信息公开引起的行政复议和行政诉讼。',
  '没有因政府信息公开申请行政复议、提起行政诉讼的情况。',
]

/** A sentence on reviews and suits, where there were some. */
export const SOME_REMEDIES = [
  '因政府信息公开被申请行政复议{reviews}件，被提起行政诉讼{suits}件。',
  '涉及政府信息公开的行政复议案件{reviews}件，其中结果维持{upheld}件、结果纠正{corrected}件；行政诉讼案件{suits}件，其中未经复议直接起诉{directSuits}件、复议后起诉{laterSuits}件。',
  '本年度政府信息公开行政复议共{reviews}件、行政诉讼共{suits}件。',
]
