/**
 * The words by which mail programs mark what they quote, in the languages that Nordic mailboxes receive. All languages are tried
 * always: a mail's labels follow its sender's program, not its text.
 */

export type HeaderLabel = 'from' | 'date' | 'to' | 'cc' | 'subject' | 'other'

const LABELS: Record<HeaderLabel, string> = {
  from: 'fra|frå|från|lähettäjä|from|von|de|van|da|od|от|від|发件人|發件人|寄件者|差出人|보낸 사람|feladó|gönderen|kimden|expéditeur|remitente|afzender|sender|avsender|afsender|avsändare|saatja|nuo|dari|de la|frá',
  date: 'sendt|dato|skickat|datum|lähetetty|päivämäärä|päiväys|sent|date|gesendet|envoyé|envoyé le|message du|enviado|enviado el|enviada em|enviado em|fecha|data|inviato|verzonden|wysłano|odesláno|odoslané|datum odeslání|отправлено|дата|надіслано|发送时间|發送時間|日期|寄件日期|送信日時|日付|보낸 날짜|elküldve|dátum|tarih|gönderildi|trimis|saadetud|kuupäev|išsiųsta|nosūtīts|sendt den|sent at|dags.',
  to: 'til|till|vastaanottaja|to|an|à|a|para|per|aan|do|komu|кому|收件人|宛先|받는 사람|címzett|kime|către|kellele|kam|mottaker|modtager|mottagare|adresát|destinatario|destinatário|destinataire',
  cc: 'kopi|kopi til|kopi til (cc)|kopia|kopio|cc|kopie|copie à|copie|cópia|dw|udw|копия|копія|抄送|副本|参照|참조|másolat|bilgi|bcc|cc:',
  subject:
    'emne|ämne|aihe|subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|temat|předmět|predmet|тема|主题|主旨|件名|제목|tárgy|konu|subiect|teema|tema|efni',
  other:
    'vedlegg|vedhæftet|vedhæftede filer|bifogade filer|bilagor|liitteet|attachments|anlagen|anhänge|pièces jointes|adjuntos|allegati|bijlagen|reply-to|svar til|svara till|vastausosoite|importance|prioritet|priority|viktighet|betydning|tärkeys|categories|organization|organisasjon|newsgroups|message-id|resent-from|list|followup to|sensitivity|følsomhet|size|størrelse',
}

const LABEL_MAP = new Map<string, HeaderLabel>()
for (const [field, words] of Object.entries(LABELS))
  for (const word of words.split('|')) if (!LABEL_MAP.has(word)) LABEL_MAP.set(word, field as HeaderLabel)

/** What `Fra`, `Skickat`, `Aihe` … mean as labels of a header block; null for any other word. */
export function headerLabel(word: string): HeaderLabel | null {
  return LABEL_MAP.get(word) ?? null
}

/** Verbs that end a line of attribution: `…, Ola Nordmann skrev:`. Lower case, compared at the end of the line. */
export const VERBS_AT_END =
  `wrote|writes|skrev|skreiv|schrieb|geschrieben|kirjoitti|geschreven|a écrit|a ecrit|écrit|écrivait|ha scritto|escribió|escribio|ha escrit|va escriure
escreveu|schreef|napisał|napisała|napisał(a)|pisze|napsal|napsala|napsal(a)|napísal|napísal(a)|napísala|írta|ezt írta|написал|написала|написал(а)|написал(-а)|пишет|написав|написала|написав(ла)|пише|yazdı
şunu yazdı|写道|寫道|のメッセージ|作成|작성|님이 작성|đã viết|skrifaði|kirjutas|rakstīja|rašė|έγραψε|a scris|je napisao|je napisala|je napisal|je napisao/la|написа|كتب|כתב|menulis|a wrote`
    .split(/[|\n]/)
    .map((verb) => verb.trim())
    .filter(Boolean)

/** Verbs that stand between date and author, or author and date. */
export const VERBS_IN_MIDDLE = ['skrev', 'skreiv', 'schrieb', 'schreef', 'kirjoitti', 'wrote', 'skrifaði', 'kirjutas']

/** Words that begin a line of attribution in one language or another. */
export const ATTRIBUTION_STARTS = new Set(
  `on den d am le el þann kuupäev il el il in em op på w dnia dne dňa v at ti the 在 於 vào ons tor tors fre lør lør. søn søn. man man. tir tir. ons. tor. fre. mån mån. tis tis. lör lör. sön sön. ma ti ke to pe la su
  mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tisdag lördag söndag måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen
  maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina måndag. tysdag laurdag sundag tys. lau. sun. mo di mi do fr sa so
  пн вт ср чт пт сб вс pon wt śr czw pt sob ndz lun mar mer jeu ven sam dim`.split(/\s+/),
)

/** First words of a sentence in which `skrev` is only a verb. */
export const PRONOUNS = new Set(
  'i we you he she they jeg eg vi du han hun ho hen de dere jag ni hon man minä sinä hän me te he mä sä ich wir sie er je nous'.split(
    ' ',
  ),
)

/** Words after the verb that make it a sentence: `skrev til dere 12. januar`. */
export const SENTENCE_WORDS = new Set(
  'til till at att om og och to that about and in meille teille minulle an dass mig meg dig deg oss os jer dere ju jo en et ett under på'.split(
    ' ',
  ),
)

export const MONTHS = `jan|feb|mar|apr|mai|maj|may|jun|jul|aug|sep|okt|oct|nov|des|dec|dez|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu|janv|févr|fév|avr|juin|juil|août|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|mrt|mei|mär|out|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru|янв|фев|мар|апр|май|мая|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру`

/** Titles between dashes that say: what follows is the mail that is answered. */
export const ORIGINAL_TITLES = new Set(
  `opprinnelig melding|opprinnelig avtale|opprinneleg melding|opphavleg melding|original melding|oprindelig meddelelse|oprindelig besked|original meddelelse|oprindelig aftale|oprindelig mail
ursprungligt meddelande|originalmeddelande|ursprungligt mail|ursprungligt brev|ursprunglig avtalad tid|alkuperäinen viesti|alkuperäinen viesti / orig.msg.|alkuperäinen viesti / orig.msg|alkuperäinen avtale|alkuperäinen tapaaminen
original message|original mail|original email|original e-mail|original appointment|reply message|reply separator|original-nachricht|ursprüngliche nachricht|originalnachricht|antwort nachricht|ursprünglicher termin|urspr. nachricht
message d'origine|message d’origine|message original|message initial|mensaje original|mensagem original|messaggio originale|messaggio originario|oorspronkelijk bericht|origineel bericht|wiadomość oryginalna|oryginalna wiadomość|původní zpráva|pôvodná správa|исходное сообщение|original message follows
eredeti üzenet|orijinal mesaj|mesaj original|algne kiri|原始邮件|原始郵件|元のメッセージ|원본 메시지|sākotnējā ziņa`
    .split(/[|\n]/)
    .map((title) => title.trim()),
)

/** Titles that say: what follows was forwarded. */
export const FORWARD_TITLES = new Set(
  `videresendt melding|videresendt meddelelse|videresendt besked|videresendt e-post|videresendt mail|vidaresend melding|vidarebefordrat meddelande|vidarebefordrat mejl|vidarebefordrat brev|vidarebefordrat mail
välitetty viesti|välitetty viesti / fwd.msg|välitetty viesti / fwd.msg.|edelleenlähetetty viesti|edelleen lähetetty viesti|forwarded message|forwarded mail|forwarded email|forwarded letter|start of forwarded message|start forwarded message|begin forwarded message
weitergeleitete nachricht|weitergeleitete mail|message transféré|message transféré|courriel transféré|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht|wiadomość przekazana|przekazana wiadomość|přeposlaná zpráva|preposlaná správa|пересылаемое сообщение|переадресованное сообщение|továbbított üzenet|iletilmiş mesaj|mesaj redirecționat|转发的邮件|转发邮件|転送メッセージ|전달된 메시지|edastatud kiri`
    .split(/[|\n]/)
    .map((title) => title.trim()),
)

/** Whole lines that begin a forward without any dashes (Apple Mail). */
export const FORWARD_LINES = new Set(
  `videresendt melding|start på videresendt besked|start på videresendt melding|vidarebefordrat mejl|vidarebefordrat brev|påbörja vidarebefordrat meddelande|välitetty viesti alkaa|edelleenlähetetty viesti alkaa
forwarded message|begin forwarded message|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail|début du message réexpédié|début du message transféré|inizio messaggio inoltrato|begin doorgestuurd bericht|inicio del mensaje reenviado|início da mensagem reencaminhada|začátek přeposlané zprávy|początek przekazywanej wiadomości|начало переадресованного сообщения|továbbított levél kezdete|iletilmiş mesajın başlangıcı|转发的邮件`
    .split(/[|\n]/)
    .map((title) => title.trim()),
)

/** Our own line in outgoing mail (`mail.reply_above` of the catalogues), and those of other ticket systems. */
export const REPLY_MARKERS = [
  'write your reply above this line',
  'skriv svaret ditt over denne linjen',
  'skriv svaret ditt over denne linja',
  'skriv dit svar over denne linje',
  'skriv ditt svar ovanför den här raden',
  'kirjoita vastauksesi tämän rivin yläpuolelle',
  'please type your reply above this line',
  'type your reply above this line',
  'reply above this line',
  'please reply above this line',
  'write above this line to reply',
  'add your reply above here',
  'bitte antworten sie oberhalb dieser zeile',
  'vennligst svar over denne linjen',
  'svar over denne linjen',
  'svar over denne linje',
  'svara ovanför den här linjen',
  'vastaa tämän rivin yläpuolelle',
]
