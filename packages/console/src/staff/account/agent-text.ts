// The order counts: every one of these names those after it too.
const BROWSERS = [
  [/MicroMessenger/, '微信'],
  [/Edg\//, 'Edge 浏览器'],
  [/Firefox\//, 'Firefox 浏览器'],
  [/Chrome\//, 'Chrome 浏览器'],
  [/Safari\//, 'Safari 浏览器'],
] as const

const SYSTEMS = [
  [/Android/, '安卓手机'],
  [/iPhone|iPad/, '苹果手机或者平板'],
  [/Windows/, 'Windows'],
  [/Mac OS/, '苹果电脑'],
  [/Linux/, 'Linux'],
] as const

/** What a browser calls itself, in a few words. */
export function agentText(agent: string | null): string {
  const find = (names: typeof BROWSERS | typeof SYSTEMS) =>
    names.find(([sign]) => sign.test(agent ?? ''))?.[1]
  const browser = find(BROWSERS) ?? '未知浏览器'
  const system = find(SYSTEMS)
  return system ? `${system} 上的 ${browser}` : browser
}
