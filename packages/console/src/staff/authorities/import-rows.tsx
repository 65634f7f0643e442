import type { ImportPreview } from '@gongkai/web'
import { ImportRows } from '../form/import-rows.js'

type Row = ImportPreview['rows'][number]

// biome-ignore format: table
const OUTCOMES: Readonly<Record<Row['outcome'], string>> = {
  wrong:     '有误',
  added:     '增加',
  changed:   '更正',
  unchanged: '不变',
}

/** What comes of each row of a list of authorities. */
export function AuthorityRows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ImportRows
      rows={rows}
      outcomes={OUTCOMES}
      named="机关名称"
      // The head of the column is longer than what is missing.
      nameOf={({ name }) => name || '（没有名称）'}
      says={({ changes }) =>
        changes.map(({ label, before, after }) => (
          <p key={label}>{`${label}：${before ?? '（空）'} → ${after ?? '（空）'}`}</p>
        ))
      }
    />
  )
}
