/** What the marks in the report mean. */
export function Legend({ hasTables }: { readonly hasTables: boolean }) {
  return (
    <ul className="legend" aria-label="图例">
      <li>
        <mark className="error">文字</mark> 错误
      </li>
      <li>
        <mark className="warning">文字</mark> 警告
      </li>
      <li>
        <mark className="note">文字</mark> 提示
      </li>
      <li>
        <ins>文字</ins> 已更正
      </li>
      {hasTables && (
        <>
          <li>
            <span className="sample is-blank">空</span> 空白
          </li>
          <li>
            <span className="sample is-mark">/</span> 符号
          </li>
          <li>
            <span className="sample is-text">文</span> 文字
          </li>
          <li>
            <span className="sample is-unread">未读出</span>
          </li>
          <li>
            <span className="sample inferred">5</span> 推定
          </li>
        </>
      )}
    </ul>
  )
}
