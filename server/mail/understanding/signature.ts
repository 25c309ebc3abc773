import { type Line, skipBlank } from './lines.ts'

export interface TailFold {
  /** Index of the first folded line. */
  first: number
  /** Index behind the last folded line. */
  last: number
  kind: 'signature' | 'disclaimer'
}

/**
 * Closings that begin a signature when only a name and contact lines follow. English thanks and cheers are words to the reader
 * and stay; so does every closing in the middle of a text.
 */
const CLOSINGS = new Set(
  `med vennlig hilsen|med vennleg helsing|med venleg helsing|vennlig hilsen|vennleg helsing|venleg helsing|beste hilsen|beste hilsener|beste helsing|hilsen|helsing|mvh|m.v.h|m.v.h.|vh|v.h.|bh|mange hilsener|hilsener|med hilsen|på forhånd takk og hilsen|hjertelig hilsen|varme hilsener
med venlig hilsen|venlig hilsen|de bedste hilsner|de bedste hilsener|bedste hilsner|bedste hilsener|mange hilsner|med venlige hilsner|venlige hilsner|kærlig hilsen|dbh|kh|d.b.h.|hilsner
med vänliga hälsningar|med vänlig hälsning|vänliga hälsningar|vänlig hälsning|bästa hälsningar|bästa hälsning|hälsningar|hälsn|hälsning|med bästa hälsningar|många hälsningar|varma hälsningar|mvh/|allt gott
ystävällisin terveisin|ystävällisesti|parhain terveisin|terveisin|terv|terv.|yst. terv|yst. terv.|yst.terv.|yt|kiittäen|lämpimin terveisin|kunnioittavasti|hyvää päivänjatkoa|t.|terkuin
mit freundlichen grüßen|mit freundlichen gruessen|mit freundlichem gruß|freundliche grüße|freundliche grüsse|viele grüße|beste grüße|liebe grüße|mit besten grüßen|mfg|vg|lg|met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|vriendelijke groeten|groeten|groet|mvg
pozdrawiam|z poważaniem|z powazaniem|pozdrowienia|s pozdravem|cordialement|bien cordialement|cordialement,|salutations|saludos|un saludo|saludos cordiales|cordiali saluti|distinti saluti|saluti|atenciosamente|с уважением|з повагою|lugupidamisega|parimate soovidega|tervitades|kveðja|bestu kveðjur|med kveðju`
    .split(/[|\n]/)
    .map((closing) => closing.trim()),
)
/** English ones are left visible with the name, and only the contact lines behind them are folded. */
const ENGLISH_CLOSINGS = new Set(
  'kind regards|best regards|regards|warm regards|with regards|with kind regards|with best regards|many regards|best wishes|best|sincerely|yours sincerely|yours truly|yours faithfully|thanks|many thanks|thank you|thanks and regards|thanks & regards|cheers|br|rgds'.split(
    '|',
  ),
)

/** Does the whole line close a letter? */
export function closingOf(text: string): 'nordic' | 'english' | null {
  if (text.length > 45) return null
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^[-–—/\s]+(?=\p{L})/u, '')
    .replace(/[\s,.!:;/–—-]+$/, '')
    .replace(/\s+/g, ' ')
  if (CLOSINGS.has(bare)) return 'nordic'
  return ENGLISH_CLOSINGS.has(bare) ? 'english' : null
}

const DEVICES =
  'iphone|ipad|ipod|ipod touch|apple|android|galaxy|samsung|blackberry|windows phone|windows mobile|nokia|htc|huawei|oneplus|pixel|xiaomi|redmi|mi|sony|xperia|lg|motorola|moto|wiko|honor|outlook|yahoo|mail|e-post|e-mail|email|sähköposti|gmail|proton|protonmail|spark|airmail|mailbird|typeapp|bluemail|blue mail|aqua mail|k-9 mail|fairemail|mailspring|superhuman|hey|missive|front|zoho|tutanota|tuta|gmx|t-mobile|verizon|at&t|telenor|telia|mobil|mobile|telefon|phone|puhelin|smartphone|tablet|nettbrett|surfplatta|mobilen|mobiltelefon|telefonen|handy|cell|cellphone|mailbox|samsung-enhet|iphone-en|iphonen'

// Each alternative is anchored and holds no nested repetition.
const SENT_MY =
  /^(?:sendt|skickat|send|sänt|sent|gesendet|von|envoyé|enviado|inviato|verzonden|verstuurd|wysłane|odesláno|trimis|отправлено|lähetetty) (?:fra|frå|från|from|via|with|med|von|mit|de|depuis|desde|dal|da|van|vanaf|z|ze|din|do|с|à partir de|del|mein|meinem)? ?(?:min|mitt|mit|mine|my|meinem|mein|mon|ma|mi|mio|mia|meu|mijn|mojego|mého|моего|an|en|et|a|the|our) (.{1,60})$/i
const SENT_BRAND =
  /^(?:sendt|skickat|sent|send|gesendet|envoyé|enviado|inviato|verzonden|wysłane) (?:fra|frå|från|from|via|with|med|by|using|von|mit|over|à partir de|depuis|desde|da|van|z) (?:the )?(?:[\p{Lu}\d][\w&.'+-]* ?(?:mail|for|til|för|für|pour|para|voor|app)? ?){1,6}$/iu
const GET_APP =
  /^(?:hent|hentet fra|last ned|få|hämta|skaffa|hanki|lataa|get|download|holen sie sich|laden sie|téléchargez|obtenir|obtenez|obtén|scarica|ottieni|download|pobierz) (?:ned )?(?:outlook|yahoo|proton|spark|gmail|bluemail|mail|airmail|missive|superhuman) ?.{0,40}$/i
const FINNISH =
  /^lähetetty (?:[\p{L}\d-]{2,20}(?:stani|ltani|stäni|ltäni|puhelimesta|laitteesta)|(?:outlookista|samsung.{0,20}|android.{0,20}|windowsin .{0,30}|.{0,20}outlook.{0,20}|.{0,20}puhelimestani)).{0,30}$/iu
const PLAIN_DEVICE =
  /^(?:sent (?:from|via|by|on) (?:a )?(?:mobile(?: device| phone)?|phone|cell(?:phone)?|galaxy|mailbox)|sendt (?:fra|via) (?:mobil(?:en|telefon)?|telefon(?:en)?)|sendt frå (?:mobilen|telefonen)|skickat från (?:mobil(?:en|telefon)?|telefonen)|lähetetty (?:puhelimesta|mobiilista|kännykästä)|from (?:my|min) (?:iphone|ipad|android|galaxy|mobile|phone) ?\d{0,2}|從我的 .{2,20} 傳送|发自我的 .{2,20}|iphone ?から送信|나의 .{2,20}에서 보냄|(?:отправлено|надіслано) (?:с|з) (?:моего |мого )?(?:iphone|ipad|android|мобильного.{0,15}))\.?$/iu
/** What people add to the line: `Sent from my phone, please excuse typos`. */
const EXCUSE =
  /[\s,.;:–-]{1,4}(?:(?:so )?(?:please |pls )?(?:excuse|forgive|pardon)|sorry for|apologies for|beklager|unnskyld|orsak|undskyld|ursäkta|förlåt|pahoittelut|pahoittelen|anteeksi) .{0,40}(?:typo|spelling|brevity|mistake|error|auto-?correct|skrivefeil|tastefeil|skrivefejl|stavefejl|tastefejl|skrivfel|stavfel|kirjoitusvirh|lyhy)[\p{L}]{0,10}[.!]?$/iu
const GERMAN = /^(?:von meinem .{2,30} gesendet|diese nachricht wurde von meinem .{2,40} gesendet)\.?$/i

/** Is the whole line one that a mail program or telephone adds by itself? A sentence about sending something is not. */
export function isClientLine(text: string): boolean {
  const line = text
    .trim()
    .replace(/^[*_[(]+|[*_\])]+$/g, '')
    .replace(/^<<(.{1,80})>>$/, '$1')
    .replace(EXCUSE, '')
    .replace(/ ?<[^<>]{1,300}>\.?$/, '')
    .replace(/ ?[[(]https?:[^\])]{1,300}[\])]$/, '')
    .trim()
  if (line.length < 6 || line.length > 80 || /[,;?!]/.test(line)) return false
  if (PLAIN_DEVICE.test(line) || GERMAN.test(line) || FINNISH.test(line) || GET_APP.test(line)) return true
  const mine = SENT_MY.exec(line)
  if (mine) return isDevice(mine[1]!)
  const brand =
    SENT_BRAND.test(line) &&
    /\b(?:from|fra|frå|från|via|with|med|by|using|von|mit|de|da|van|desde|depuis) (?:the )?[\p{Lu}\d]/u.test(line)
  return brand && line.split(' ').length <= 8 && mentionsDevice(line)
}

const DEVICE = new RegExp(String.raw`(?<![\p{L}\d])(?:${DEVICES.replace(/[.*+?^$()[\]\\]/g, '\\$&')})(?![\p{L}])`, 'iu')
const mentionsDevice = (text: string) => DEVICE.test(text)

/** `my desk` is a place; `my iPhone`, `my Verizon Wireless BlackBerry` are devices, and so is what is written like a model. */
function isDevice(what: string): boolean {
  const text = what.replace(/\.$/, '')
  if (text.split(' ').length > 7) return false
  return mentionsDevice(text) || (/^\p{Lu}/u.test(text) && /\d|[A-Z]{2}/.test(text))
}

/** How small print begins; most of it could begin a customer's sentence, too. */
const SMALL_PRINT_STARTS =
  /^(?:denne (?:e-?post(?:en)?|e-?mail(?:en)?|mail(?:en)?|melding(?:en|a)?|meddelelse)|detta (?:e-?postmeddelande|meddelande|mail|mejl)|tämä (?:viesti|sähköposti(?:viesti)?)|this (?:e-?mail|message|communication)|(?:the )?information (?:contained )?(?:in|transmitted)|the contents of this|notice:|diese (?:e-?mail|nachricht)|der inhalt dieser|ce (?:message|courriel)|este (?:mensaje|correo)|le informazioni contenute|if you are not the intended|if you have received this|hvis du ikke er rett|hvis du har mottatt denne|om du inte är rätt mottagare|dit bericht|de informatie)(?![\p{L}\d])/iu
/** Words of lawyers and of scanners: two of them, or one of secrecy, tell small print from a sentence. */
const SMALL_PRINT_WORDS =
  /confidential|intended|recipient|privileged|virus|malware|scanned|disclos|unauthori[sz]ed|prohibited|liabl|liability|received (?:this |it )?.{0,30}in error|delete|legal|archiv|monitor|fortrolig|konfidensi|konfidentie|luottamuks|mottaker|mottakar|modtager|mottagare|adressat|vastaanottaj|taushet|teieplikt|tavshed|sekretess|tystnad|slett|slet |radera|poista|hävit|ved en feil|ved en fejl|av misstag|feilsendt|ment for|beregnet|tiltenkt|tiltænkt|avsedd|tarkoitettu|vertraulich|empfänger|bestimmt|löschen|destinatair|confidentiel|confidencial|destinatari|riservat|vertrouwelijk|geadresseerde|bestemd/giu
const SECRET =
  /^(?:confidential|privileged|fortrolig|konfidensi|konfidentie|luottamuks|vertraulich|confidentiel|confidencial|riservat)/
/** Beginnings that no one writes in a letter. */
const UNMISTAKABLE =
  /^(?:confidentiality(?: notice)?|confidential(?:ity)?:|disclaimer|konfidensiell|konfidentiellt|fortrolig(?:hed)?|luottamuksellinen|fortrolighet|ansvarsfraskrivelse|important notice|legal notice|please consider the environment|before printing|think before you print|tenk på miljøet|tænk på miljøet|tänk på miljön|ajattele ympäristöä|vi behandler personopplysninger|les vår personvern|læs vores persondata|så behandlar vi dina personuppgifter|virus-?free|this e-?mail has been (?:checked|scanned)|denne e-?mail er kontrolleret|den här e-?posten är)(?![\p{L}\d])/iu

const bareStart = (text: string) =>
  text
    .trim()
    .replace(/^[*_"'\s|]+/, '')
    .slice(0, 120)

const mayBeSmallPrint = (line: string) => UNMISTAKABLE.test(bareStart(line)) || SMALL_PRINT_STARTS.test(bareStart(line))

/** Do the words begin the small print that companies put under every mail? */
export function isDisclaimer(text: string): boolean {
  const words = text.slice(0, 2_000)
  if (UNMISTAKABLE.test(bareStart(words))) return words.trim().length > 15
  if (!SMALL_PRINT_STARTS.test(bareStart(words))) return false
  const said = new Set([...words.matchAll(SMALL_PRINT_WORDS)].map(([word]) => word.toLowerCase()))
  return said.size >= 2 || [...said].some((word) => SECRET.test(word))
}

const CONTACT =
  /@|https?:\/\/|\bwww\.|(?:\+|\(0|\b0|\b00)\d[\d ()/.-]{5,}\d|\b\d{2,3}[ .]\d{2,3}[ .]\d{2,3}(?:[ .]\d{2,3})?\b|^(?:tlf|tel|telefon|phone|mobil|mobile|mob|puh|gsm|fax|faks|m|t|p|e|e-?post|e-?mail|web|direct|direkte|sentralbord|org\.? ?nr|cvr|y-tunnus)\b ?[.:]/i

/** Lines that a signature holds: short, no question, no sentence. */
function isSignatureLine(text: string): boolean {
  const line = text.trim()
  if (line.length > 90 || line.endsWith('?')) return false
  const words = line.split(/\s+/)
  if (CONTACT.test(line)) return words.length <= 14
  return words.length <= 7 && !(/[.!]$/.test(line) && words.length > 3)
}

/** Folds at the end of the author's lines [first, last): signature, what the program added, small print. Never more than the tail. */
export function tailFolds(lines: readonly Line[], first: number, last: number): TailFold[] {
  const folds: TailFold[] = []
  let end = last
  const delimiter = delimiterAt(lines, first, end)
  if (delimiter >= 0) {
    folds.push({ first: delimiter, last: end, kind: 'signature' })
    end = delimiter
  }
  const small = disclaimerAt(lines, first, end)
  if (small >= 0) {
    folds.unshift({ first: small, last: end, kind: 'disclaimer' })
    end = small
  }
  for (let guard = 0; guard < 6; guard++) {
    const bottom = lastShown(lines, first, end)
    if (bottom < 0) break
    if (!lines[bottom]!.quoted && isClientLine(lines[bottom]!.text)) {
      folds.unshift({ first: bottom, last: end, kind: 'signature' })
      end = bottom
      continue
    }
    const closing = closingAt(lines, first, end)
    if (closing < 0) break
    folds.unshift({ first: closing, last: end, kind: 'signature' })
    end = closing
    break
  }
  return folds
}

function lastShown(lines: readonly Line[], first: number, end: number): number {
  for (let i = end - 1; i >= first; i--) if (!lines[i]!.blank) return i
  return -1
}

const MAX_SIGNATURE = 40

/** Index of the delimiter line `-- ` (RFC 3676, 4.3), of `--`, or of the rule above a mailing list's footer; -1 when none. */
function delimiterAt(lines: readonly Line[], first: number, end: number): number {
  const bottom = lastShown(lines, first, end)
  let found = -1
  for (let i = bottom, shown = 0; i >= first && shown <= MAX_SIGNATURE; i--) {
    const text = lines[i]!.text
    if (lines[i]!.quoted) break
    if (/^--$/.test(text.trim()) && text.length <= 4 && i < bottom) found = i
    else if (/^_{2,}$/.test(text.trim()) && shown <= 12 && i < bottom && isFooter(lines, i + 1, end)) found = i
    if (!lines[i]!.blank) shown++
  }
  return found
}

/** Behind a line of underscores: a mailing list's footer, or nothing but short lines with a contact among them. */
function isFooter(lines: readonly Line[], from: number, end: number): boolean {
  const shown = lines.slice(from, Math.min(end, from + 14)).filter((line) => !line.blank)
  if (shown.length === 0) return false
  if (
    shown
      .slice(0, 2)
      .some((line) => /mailing list|e-?postliste|postlista|sähköpostilista|listinfo|unsubscribe/i.test(line.text))
  )
    return true
  return shown.every((line) => isSignatureLine(line.text)) && shown.some((line) => CONTACT.test(line.text))
}

const MAX_SMALL_PRINT = 60

/** Small print counts only as the last thing, and only from where its paragraph begins. */
function disclaimerAt(lines: readonly Line[], first: number, end: number): number {
  const top = skipBlank(lines, first)
  for (let i = Math.max(first, end - MAX_SMALL_PRINT); i < end; i++) {
    if (lines[i]!.blank) continue
    const begins = i === first || lines[i - 1]!.blank || /^[-_=*]{3,}$/.test(lines[i - 1]!.text.trim())
    if (!begins || lines[i]!.quoted || i === top || !mayBeSmallPrint(lines[i]!.text)) continue
    const rest = lines.slice(i, end).filter((line) => !line.blank)
    if (!isDisclaimer(rest.map((line) => line.text).join(' '))) continue
    if (!rest.some((line) => line.text.trim().endsWith('?'))) {
      const rule = i > first && /^[-_=*]{3,}$/.test(lines[i - 1]!.text.trim())
      return rule ? i - 1 : i
    }
  }
  return -1
}

/** Index of the first line that a closing lets us fold; -1 when there is no closing, or more than a signature follows it. */
function closingAt(lines: readonly Line[], first: number, end: number): number {
  const bottom = lastShown(lines, first, end)
  for (let i = bottom, shown = 0; i >= first && shown <= 9; i--) {
    if (lines[i]!.blank) continue
    if (lines[i]!.quoted) return -1
    shown++
    const text = lines[i]!.text
    // `/Anna`, `//Anna`: how Swedes sign.
    if (
      shown === 1 &&
      /^\/{1,2} ?\p{Lu}[\p{L}.-]{1,20}(?: \p{Lu}[\p{L}.-]{1,20})?$/u.test(text.trim()) &&
      !/^\/{1,2}\p{L}+\//u.test(text)
    )
      return i
    const kind = closingOf(text)
    if (kind !== null && i < bottom) return kind === 'nordic' ? i : contactLines(lines, i, end)
    if (!isSignatureLine(text)) return -1
  }
  return -1
}

/** Behind an English closing the name stays; two or more contact lines after it are folded. */
function contactLines(lines: readonly Line[], closing: number, end: number): number {
  const name = skipBlank(lines, closing + 1)
  const second = skipBlank(lines, name + 1)
  if (second >= end) return -1
  const rest = lines.slice(second, end).filter((line) => !line.blank)
  return rest.length >= 2 && rest.filter((line) => CONTACT.test(line.text)).length >= 2 ? second : -1
}
