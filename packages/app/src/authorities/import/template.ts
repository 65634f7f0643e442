import { COLUMNS } from './columns.js'

/** The list to be filled in: headings and two invented rows, the second below the first, marked as examples that the import passes over. `root` is the name of the region's government. */
export function importTemplate(root: string): readonly (readonly string[])[] {
  return [
    COLUMNS.map(([, label]) => label),
    ...EXAMPLES.map((example) =>
      COLUMNS.map(([key]) => example[key] ?? (key === 'parent' ? root : '')),
    ),
  ]
}

const EXAMPLES: readonly Readonly<Partial<Record<string, string>>>[] = [
  {
    name: '示例：云岭县档案管理局',
    shortName: '县档案局',
    kind: '政府部门',
    level: '县级',
    regionCode: '530199',
    documentCode: '云档',
    address: '云岭县城关街道中心路1号',
    postalCode: '650000',
    phone: '0871-00000000',
    officeHours: '工作日8:30—12:00，14:00—17:30',
    reviewBody: '云岭县人民政府',
    court: '云岭县人民法院',
    sealPlace: '署名处',
    establishedOn: '2019年3月1日',
  },
  {
    name: '示例：云岭县档案管理局石桥管理所',
    shortName: '石桥档案所',
    parent: '示例：云岭县档案管理局',
    kind: '派出机构',
    level: '县级',
  },
]
