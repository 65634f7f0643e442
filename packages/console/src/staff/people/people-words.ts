// biome-ignore format: table
export const PERSON_STATES: Readonly<Record<string, string>> = {
  invited: '已邀请，尚未接受',
  active:  '在用',
  blocked: '已停用',
  erased:  '已依规清除',
}
