import { useState } from 'react'
import { type BodyInput, type Mailbox, mail } from '#contract'
import { useCommand } from '../../app/data.ts'
import { type FieldWords, useForm } from '../../app/form.ts'
import { showToast } from '../../app/toast.ts'
import { useText } from '../../app/words.ts'
import { useUnsaved } from './unsaved.tsx'

type Change = BodyInput<typeof mail.changeMailbox>

/** A part of the page that is saved by itself: its form, whether it holds something unsaved, and its saving. */
export function useSection<T extends object>(
  name: string,
  mailbox: Mailbox,
  { read, body, words }: { read: (mailbox: Mailbox) => T; body: (values: T) => Change; words?: FieldWords<T> },
) {
  const t = useText()
  const [base, setBase] = useState(() => read(mailbox))
  const form = useForm(base, words)
  const { values } = form
  const dirty = JSON.stringify(values) !== JSON.stringify(base)
  useUnsaved(name, dirty)
  const command = useCommand(mail.changeMailbox, { refresh: [mail.mailboxes], refused: () => true })
  return {
    form,
    values,
    dirty,
    busy: command.isPending,
    save: () =>
      command.mutate(
        { params: { id: mailbox.id }, body: body(values) },
        {
          onSuccess: (answer) => {
            const kept = read(answer)
            setBase(kept)
            // What was typed while the house saved stays.
            form.setAll((now) => (now === values ? kept : now))
            showToast({ text: t('toast.saved') })
          },
          onError: form.refuse,
        },
      ),
  }
}
