import type { ThemeConfig } from 'antd'

/** The browser's own size of text over the usual 16 px: antd counts in pixels, and has to grow with the rest. */
const SCALE = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16

/** antd in the page's own colours: every text on its ground has at least 4.5:1. */
export const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#1c4a7e',
    colorLink: '#1c4a7e',
    colorError: '#a61b1b',
    colorWarning: '#7a4b00',
    colorSuccess: '#1d6332',
    colorText: '#1b1f24',
    colorTextSecondary: '#454c55',
    colorTextTertiary: '#535b65',
    colorTextDescription: '#535b65',
    colorTextPlaceholder: '#646c76',
    colorBorder: '#8b939d',
    colorBgLayout: '#eef0f2',
    borderRadius: 3,
    fontFamily: 'inherit',
    fontSize: 15 * SCALE,
    controlHeight: 34 * SCALE,
    motion: false,
    boxShadow: 'none',
    boxShadowSecondary: '0 2px 10px rgb(0 0 0 / 0.18)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Tabs: {
      horizontalMargin: '0 0 8px 0',
      horizontalItemPadding: '8px 4px',
      titleFontSize: 15 * SCALE,
    },
  },
}
