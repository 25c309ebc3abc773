import Image from '@tiptap/extension-image'
import { Placeholder } from '@tiptap/extensions'
import { DOMParser as ContentParser } from '@tiptap/pm/model'
import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useText } from '../../app/words.ts'
import { parseHtml } from '../thread/parse-html.ts'
import styles from './Editor.module.css'
import { FormatBar } from './FormatBar.tsx'
import { MentionList, useMentions } from './MentionList.tsx'

export interface EditorHandle {
  focus(): void
  /** Puts content in place of what is there; with `before`, above it. */
  fill(html: string, before?: boolean): void
  insertImage(url: string): void
}

export interface EditorProps {
  handle: Ref<EditorHandle>
  html: string
  label: string
  placeholder: string
  onChange: (html: string) => void
  /** The words alone, whenever they are known: at the beginning too. */
  onText: (text: string) => void
  /** Keys that send; true when it was one. The editor would make a line break of them. */
  onKey: (event: KeyboardEvent) => boolean
  onFocus: () => void
  /** Files that were pasted or dropped. True for pictures that belong in the text. */
  onFiles: (files: File[], pasted: boolean) => void
  /** Colleagues that `@` may name; none in an answer to a customer. */
  colleagues?: readonly { id: number; name: string }[] | undefined
  autoFocus: boolean
  /** Stands at the end of the line of buttons. */
  tools?: React.ReactNode
}

/**
 * Where an answer or a note is written. Its own bundle: it is loaded when someone first writes. HTML comes in as a parsed document and goes
 * out as HTML; the editor never makes HTML of text itself, since the page's security policy forbids that.
 */
export default function Editor(props: EditorProps) {
  const t = useText()
  const latest = useRef(props)
  latest.current = props
  const { label, placeholder, colleagues, handle, autoFocus } = props
  const mentions = useMentions(colleagues ?? [])
  const editor = useEditor({
    // Its style element would be written as text.
    injectCSS: false,
    // As data: of text it would make HTML, which the page's policy refuses.
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
    autofocus: autoFocus ? 'end' : false,
    extensions: [
      StarterKit.configure({
        heading: false,
        link: { openOnClick: false, autolink: true, defaultProtocol: 'https', protocols: ['mailto', 'tel'] },
        dropcursor: { class: styles.dropCursor, color: false },
      }),
      Image.configure({ inline: true }),
      Placeholder.configure({ placeholder: () => latest.current.placeholder }),
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        class: styles.content!,
        'data-placeholder': placeholder,
      },
      handleKeyDown: (view, event) => {
        if (mentions.onKey(event) || latest.current.onKey(event)) return true
        // Tab leaves the text, and so does Escape: nobody is caught in here.
        if (event.key !== 'Escape') return false
        view.dom.blur()
        return true
      },
      handlePaste: (_, event) => takeFiles(event.clipboardData, event, true),
      handleDrop: (_, event) => takeFiles(event.dataTransfer, event, false),
    },
    onCreate: ({ editor: made }) => {
      if (latest.current.html) fillIn(made, latest.current.html, false)
      latest.current.onText(wordsOf(made))
    },
    onUpdate: ({ editor: changed }) => {
      latest.current.onText(wordsOf(changed))
      latest.current.onChange(changed.getHTML())
      mentions.look(changed)
    },
    onSelectionUpdate: ({ editor: changed }) => mentions.look(changed),
    onFocus: () => latest.current.onFocus(),
    onBlur: () => mentions.close(),
  })

  function takeFiles(from: DataTransfer | null, event: Event, pasted: boolean): boolean {
    const files = [...(from?.files ?? [])]
    if (files.length === 0) return false
    // A copied table or page brings a picture of itself along: then the words are what was meant.
    if (pasted && from?.types.includes('text/html')) return false
    event.preventDefault()
    latest.current.onFiles(files, pasted)
    return true
  }

  useEffect(() => {
    editor?.setOptions({
      editorProps: {
        ...editor.options.editorProps,
        attributes: { ...(editor.options.editorProps.attributes as Record<string, string>), 'aria-label': label },
      },
    })
  }, [editor, label])

  useImperativeHandle(
    handle,
    () => ({
      focus: () => editor?.commands.focus('end'),
      fill: (html, before = false) => {
        if (!editor) return
        fillIn(editor, html, before)
        latest.current.onText(wordsOf(editor))
      },
      insertImage: (url) =>
        editor
          ?.chain()
          .focus()
          .setImage({ src: url, alt: t('composer.imageAlt') })
          .run(),
    }),
    [editor, t],
  )
  // The buttons follow the cursor; nothing else of the page needs to know.
  useEditorState({ editor, selector: ({ editor: now }) => now?.state.selection })
  if (!editor) return null
  return (
    <div className={styles.editor}>
      <EditorContent editor={editor} className={styles.scroll} />
      <MentionList editor={editor} mentions={mentions} />
      <FormatBar editor={editor} tools={props.tools} />
    </div>
  )
}

type TiptapEditor = NonNullable<ReturnType<typeof useEditor>>

const wordsOf = (editor: TiptapEditor) => editor.getText({ blockSeparator: '\n' })

function fillIn(editor: TiptapEditor, html: string, before: boolean): void {
  const content = ContentParser.fromSchema(editor.schema).parse(parseHtml(html).body).toJSON() as {
    content?: object[]
  }
  if (before) editor.commands.insertContentAt(0, content.content ?? [])
  else editor.commands.setContent(content, { emitUpdate: false })
}
