import { Drawer, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from '../app/words.ts'

interface Props {
  opened: boolean
  onClose: () => void
  title: ReactNode
  children: ReactNode
  size?: number | string
}

/** A dialog in the middle; the focus goes in and comes back to where it was. Full screen on phones. */
export function Dialog({ opened, onClose, title, children, size = 560 }: Props) {
  const t = useText()
  const narrow = window.matchMedia('(max-width: 759px)').matches
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      fullScreen={narrow}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      yOffset="8vh"
      // A stray click must not throw away what was typed.
      closeOnClickOutside={false}
    >
      {children}
    </Modal>
  )
}

/** A panel from the side, over the page. */
export function SidePanel({
  opened,
  onClose,
  title,
  children,
  size = 340,
  side = 'right',
}: Props & { side?: 'left' | 'right' }) {
  const t = useText()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      position={side}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      styles={{ body: { padding: 0 } }}
    >
      {children}
    </Drawer>
  )
}
