/** What a person may be in an authority (`domain`: the roles seen in local handling rules). */
// biome-ignore format: table
export const ROLES = {
  administrator:      { label: '系统管理员',               says: '建立和调整机关，邀请人员，分配职责' },
  disclosureOfficer:  { label: '政府信息公开联络员',       says: '编制年度报告，录入公开信息，登记申请' },
  sectionHandler:     { label: '科室承办人',               says: '承办本科室的事项，提供材料' },
  reviewer:           { label: '审核人',                   says: '复审拟公开的内容' },
  secrecyReviewer:    { label: '保密审查员',               says: '作保密审查' },
  disclosureHead:     { label: '政府信息公开工作机构负责人', says: '审定答复，同意延长答复期限' },
  leader:             { label: '分管领导',                 says: '签发' },
  supervisingOfficer: { label: '主管部门工作人员',         says: '组织年度报告工作，审阅、退回、接收所属机关的报告' },
  auditor:            { label: '审计员',                   says: '查阅全部记录，不作任何改动' },
} as const satisfies Record<string, { readonly label: string; readonly says: string }>

export type Role = keyof typeof ROLES

/** The roles in the order of the table. */
export const ROLE_IDS = Object.keys(ROLES) as readonly Role[]
