/** A problem of section five and the measure that answers it. */
export interface Problem {
  problem: string
  measure: string
}

/** Problems with their measures, one to one. */
export const PROBLEMS: Problem[] = [
  {
    problem: '个别科室主动公开的意识还不强，信息报送不够及时',
    measure: '强化公开意识。将信息报送情况纳入科室考核，按月提醒、按季通报，提高报送的及时性',
  },
  {
    problem: '政策解读形式较为单一，图文、视频类解读偏少',
    measure: '丰富解读形式。增加图解、短视频等解读产品，用群众听得懂的语言讲清政策要点',
  },
  {
    problem: '工作人员变动较多，业务能力有待提高',
    measure: '加强业务培训。定期组织学习法规和典型案例，建立以老带新机制，提升业务能力',
  },
  {
    problem: '公开内容与群众需求之间还存在差距',
    measure: '聚焦群众需求。通过留言分析、问卷调查等方式了解关注热点，有针对性地充实公开内容',
  },
  {
    problem: '栏目设置不够科学，信息查找不够便捷',
    measure: '优化栏目设置。对照基本目录调整栏目结构，完善检索功能，方便群众查找',
  },
  {
    problem: '依申请公开答复的规范性有待加强',
    measure: '规范申请答复。统一答复文书格式，疑难件由法律顾问审核，提高答复质量',
  },
  {
    problem: '信息发布审核仍有疏漏，个别稿件存在表述不准确的情况',
    measure: '严格发布审核。落实三级审核制度，运用校对工具辅助把关，确保表述准确',
  },
  {
    problem: '政务新媒体的互动功能发挥不充分',
    measure: '增强互动实效。及时回复新媒体平台留言，组织线上征集活动，拉近与群众的距离',
  },
  {
    problem: '基层单位公开工作进展不平衡',
    measure: '推动均衡发展。对进展较慢的单位开展实地指导，推广先进单位的经验做法',
  },
  {
    problem: '重点领域信息公开的深度还不够',
    measure: '深化重点领域公开。细化公开事项和公开标准，逐步公开执行过程和实施结果',
  },
  {
    problem: '历史信息的清理和归档不够系统',
    measure: '做好信息清理。建立历史信息清单，明确责任科室和完成时限，分批整理归档',
  },
  {
    problem: '公众参与的渠道还不够多样',
    measure: '拓宽参与渠道。在重要政策出台前公开征求意见，举办开放日活动，扩大公众参与',
  },
]

/** First words of section five: problems, then measures. */
export const PROBLEM_FRAMES = [
  {
    open: '{year}年，{self}政府信息公开工作取得了一定成效，但仍存在一些不足：',
    measures: '针对上述问题，下一步将采取以下措施：',
  },
  {
    open: '对照法规要求和群众期盼，{self}政府信息公开工作还有不足，主要表现在：',
    measures: '{next}年，{self}将从以下方面加以改进：',
  },
  { open: '存在的主要问题：', measures: '改进措施：' },
]
