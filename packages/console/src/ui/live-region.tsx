import { type Item, isPending } from '../state/item.js'

/** Tells a screen reader how far the reading of the files has come. */
export function LiveRegion({ items }: { readonly items: readonly Item[] }) {
  return (
    <p className="hidden" role="status">
      {message(items)}
    </p>
  )
}

function message(items: readonly Item[]): string {
  const total = items.length
  const pending = items.filter(isPending).length
  const failed = items.filter(({ stage }) => stage === 'failed').length
  if (total === 0) return ''
  if (pending > 0) return `正在读取，已完成${total - pending}份，共${total}份。`
  return `共${total}份文件，已全部处理${failed > 0 ? `，其中${failed}份未能读取` : ''}。`
}
