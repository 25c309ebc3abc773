import { Popover } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import BoldIcon from '~icons/tabler/bold'
import CodeIcon from '~icons/tabler/code'
import ItalicIcon from '~icons/tabler/italic'
import LinkIcon from '~icons/tabler/link'
import BulletIcon from '~icons/tabler/list'
import NumbersIcon from '~icons/tabler/list-numbers'
import QuoteIcon from '~icons/tabler/quote'
import UnderlineIcon from '~icons/tabler/underline'
import { useText } from '../../app/words.ts'
import { Button, Tip } from '../../ui/index.ts'
import styles from './Editor.module.css'
import { linkAddress } from './link-address.ts'

/** The buttons under the text: one stop for Tab, arrows between them (ARIA: toolbar). */
export function FormatBar({ editor, tools }: { editor: Editor; tools?: React.ReactNode }) {
  const t = useText()
  const bar = useRef<HTMLDivElement>(null)
  const [linking, setLinking] = useState(false)
  const chain = () => editor.chain().focus()
  const buttons = [
    {
      name: 'bold',
      label: t('composer.bold'),
      keys: 'Mod B',
      icon: <BoldIcon />,
      run: () => chain().toggleBold().run(),
    },
    {
      name: 'italic',
      label: t('composer.italic'),
      keys: 'Mod I',
      icon: <ItalicIcon />,
      run: () => chain().toggleItalic().run(),
    },
    {
      name: 'underline',
      label: t('composer.underline'),
      keys: 'Mod U',
      icon: <UnderlineIcon />,
      run: () => chain().toggleUnderline().run(),
    },
    {
      name: 'bulletList',
      label: t('composer.bulletList'),
      keys: 'Mod Shift 8',
      icon: <BulletIcon />,
      run: () => chain().toggleBulletList().run(),
    },
    {
      name: 'orderedList',
      label: t('composer.numberedList'),
      keys: 'Mod Shift 7',
      icon: <NumbersIcon />,
      run: () => chain().toggleOrderedList().run(),
    },
    {
      name: 'blockquote',
      label: t('composer.quote'),
      icon: <QuoteIcon />,
      run: () => chain().toggleBlockquote().run(),
    },
    { name: 'code', label: t('composer.code'), icon: <CodeIcon />, run: () => chain().toggleCode().run() },
  ]
  const move = (event: KeyboardEvent) => {
    const all = [...(bar.current?.querySelectorAll<HTMLButtonElement>('button[data-tool]') ?? [])]
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined || at < 0) return
    event.preventDefault()
    const next = all[(at + step + all.length) % all.length]!
    for (const one of all) one.tabIndex = one === next ? 0 : -1
    next.focus()
  }
  return (
    <div className={styles.bar} ref={bar}>
      <div role="toolbar" aria-label={t('composer.formatting')} style={{ display: 'contents' }} onKeyDown={move}>
        {buttons.map((button, i) => (
          <Tip key={button.name} label={button.label} keys={button.keys}>
            <button
              type="button"
              data-tool
              tabIndex={i === 0 ? 0 : -1}
              className={styles.tool}
              aria-label={button.label}
              aria-pressed={editor.isActive(button.name)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={button.run}
            >
              {button.icon}
            </button>
          </Tip>
        ))}
        <Popover
          opened={linking}
          onChange={setLinking}
          position="top-start"
          width={300}
          shadow="md"
          trapFocus
          withinPortal
          transitionProps={{ duration: 0 }}
          withRoles={false}
        >
          <Popover.Target>
            <button
              type="button"
              data-tool
              tabIndex={-1}
              className={styles.tool}
              aria-label={t('composer.link')}
              title={t('composer.link')}
              aria-pressed={editor.isActive('link')}
              aria-haspopup="dialog"
              aria-expanded={linking}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => setLinking(!linking)}
            >
              <LinkIcon />
            </button>
          </Popover.Target>
          <Popover.Dropdown p={0} role="dialog" aria-label={t('composer.link')}>
            {linking && <LinkForm editor={editor} onClose={() => setLinking(false)} />}
          </Popover.Dropdown>
        </Popover>
      </div>
      {tools}
    </div>
  )
}

function LinkForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useText()
  const now = (editor.getAttributes('link') as { href?: string }).href ?? ''
  const [typed, setTyped] = useState(now)
  const [tried, setTried] = useState(false)
  const address = linkAddress(typed)
  return (
    <form
      className={styles.linkForm}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!address) return
        const chain = editor.chain().focus().extendMarkRange('link')
        if (editor.state.selection.empty && !now)
          chain
            .insertContent([{ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href: address } }] }])
            .run()
        else chain.setLink({ href: address }).run()
        onClose()
      }}
    >
      <label>
        {t('composer.linkAddress')}
        <input
          data-autofocus
          inputMode="url"
          autoComplete="off"
          value={typed}
          aria-invalid={tried && !address ? true : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <p role="alert" className={styles.linkError} hidden={!tried || address !== null}>
        {tried && !address ? t('composer.linkBad') : ''}
      </p>
      <div className={styles.linkButtons}>
        {now && (
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              editor.chain().focus().extendMarkRange('link').unsetLink().run()
              onClose()
            }}
          >
            {t('composer.linkRemove')}
          </Button>
        )}
        <Button size="small" look="primary" type="submit">
          {t('action.save')}
        </Button>
      </div>
    </form>
  )
}
