import { useState } from 'react'

/** A page of a document as a picture; says so where it cannot be shown. */
export function PagePicture({
  path,
  which,
  page,
}: {
  readonly path: string
  readonly which: 'original' | 'file'
  readonly page: number
}) {
  const [isBroken, setBroken] = useState(false)
  if (isBroken)
    return (
      <p className="nothing" role="alert">
        第{page}页不能显示：可能没有这一页，或者登录已经结束。请刷新本页后再试。
      </p>
    )
  return (
    <img
      className="page-picture"
      src={`/api/v1${path}/pages/${which}/${page}`}
      alt={`${which === 'file' ? '遮盖件' : '材料'}第${page}页`}
      draggable={false}
      onError={() => setBroken(true)}
    />
  )
}
