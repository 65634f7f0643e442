import { FileLink } from '../api/file-link.js'

/** The file as it came in: a PDF or a web page as it is, all else as its text and tables; what no browser shows can be kept. The fragment has a viewer of PDF files leave its side bar out. */
export function Original({ id, file }: { readonly id: string; readonly file: string }) {
  const path = `/past/items/${id}`
  const shown = `/api/v1${path}/shown`
  return (
    <section className="original" aria-labelledby="original">
      <div className="title-line">
        <h2 id="original">原文件</h2>
        <p className="ways">
          <a href={shown} target="_blank" rel="noreferrer">
            在新窗口打开
          </a>
          <FileLink path={`${path}/file`} name={file.split('/').at(-1) ?? file}>
            下载原件
          </FileLink>
        </p>
      </div>
      <iframe title={`原文件：${file}`} src={`${shown}#navpanes=0&view=FitH`} />
    </section>
  )
}
