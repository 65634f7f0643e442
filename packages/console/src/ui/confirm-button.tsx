import { Button, type ButtonProps } from 'antd'
import { type ReactNode, useState } from 'react'
import { Dialog } from './dialog.js'

/** A button that asks once more before it does what cannot be undone. */
export function ConfirmButton({
  title,
  text,
  action,
  onConfirm,
  children,
  ...button
}: {
  readonly title: string
  readonly text: string
  /** What the confirming button says. */
  readonly action: string
  readonly onConfirm: () => void
  readonly children: ReactNode
} & Pick<ButtonProps, 'disabled' | 'type' | 'size' | 'className'>) {
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const confirm = () => {
    close()
    onConfirm()
  }
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)}>
        {children}
      </Button>
      {isOpen && (
        <Dialog title={title} onClose={close}>
          <p>{text}</p>
          <div className="actions">
            <Button type="primary" danger onClick={confirm}>
              {action}
            </Button>
            <Button onClick={close}>取消</Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
