import type { Portal } from '@gongkai/app'
import { html } from 'hono/html'
import { layout } from '../parts/layout.js'
import type { Markup } from '../parts/markup.js'
import { searchForm, yearList } from './home.js'

/** The years of the annual reports. */
export function yearsPage({ region, demonstration, years }: Portal): Markup {
  const body = html`${searchForm('')}
${yearList(years)}`
  return layout({ title: '政府信息公开工作年度报告', region, demonstration, body })
}
