import type { MaterialView, RequestMaterial } from '@gongkai/web'
import { Button } from 'antd'
import { useState } from 'react'
import { FileLink } from '../../api/file-link.js'
import { CheckForm } from './check-form.js'
import { PagePicture } from './page-picture.js'
import { PageTurner } from './page-turner.js'

type Made = NonNullable<MaterialView['made']>

/** What was made: to look at, with the index of what is withheld and what must be looked at before it goes out. */
export function ResultPart({
  material,
  made,
  reload,
}: {
  readonly material: RequestMaterial
  readonly made: Made
  readonly reload: () => void
}) {
  const path = `/requests/${material.requestId}/materials/${material.id}`
  const { file, index, withheld } = made
  return (
    <section aria-labelledby="made">
      <h2 id="made">遮盖件</h2>
      <div className="actions no-print">
        <FileLink path={`${path}/files/file`} name={file.name}>
          下载遮盖件
        </FileLink>
        <FileLink path={`${path}/files/index`} name={index.name}>
          下载遮盖目录（PDF）
        </FileLink>
      </div>
      <p className="about digest">遮盖件 SHA-256：{file.sha256}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls is scrolled by keys */}
      <section className="scroll" tabIndex={0} aria-label="遮盖目录">
        <table className="plain-table">
          <caption>遮盖目录，共{withheld.length}处</caption>
          <thead>
            <tr>
              {['序号', '位置', '不予公开的依据', '依据条款', '说明'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {withheld.map(({ no, where, title, citation, note }) => (
              <tr key={no}>
                <td>{no}</td>
                <td>{where}</td>
                <td>{title}</td>
                <td>{citation}</td>
                <td>{note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {material.state === 'made' && (
        <>
          <Preview path={path} isDrawn={/\.(?:pdf|jpg|png)$/i.test(file.name)} />
          <CheckForm material={material} made={made} reload={reload} />
        </>
      )}
      {material.state === 'checked' && <p>已经核对，可以在拟制决定时作为附件。</p>}
    </section>
  )
}

function Preview({ path, isDrawn }: { readonly path: string; readonly isDrawn: boolean }) {
  const [page, setPage] = useState<number | null>(null)
  if (!isDrawn) return <p className="no-print">请下载遮盖件，打开核对。</p>
  if (page === null)
    return (
      <div className="actions no-print">
        <Button onClick={() => setPage(1)}>逐页查看遮盖件</Button>
      </div>
    )
  return (
    <div className="no-print">
      <PageTurner what="遮盖件" page={page} pages={null} onPage={setPage} />
      <PagePicture key={page} path={path} which="file" page={page} />
    </div>
  )
}
