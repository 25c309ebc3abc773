/**
 * A small model for six languages that are close to each other: words that are common in support mail, letters and endings, each
 * with the languages it speaks for and how loudly. Words that all Scandinavian languages share speak for all of them.
 */

const SHARED: readonly [string, number, string][] = [
  [
    'nb nn da sv',
    0.5,
    'en er vi har kan til at og for den med som på om i ett var så alle under over når da eller får skal vil',
  ],
  ['nb nn da', 1, 'og er til at på det de kan ikke har vil skal seg sig ved også må når hvor noen'],
  [
    'nb da',
    1,
    'jeg ikke hvordan hvor hvorfor hvilken hvilket hvem flere mer kunne skulle ville være blev dere også efter mens igen gjerne hei mange måtte denne disse deres eders følgende fordi',
  ],
  [
    'nb nn',
    1,
    'hei takk av meg deg oss etter uten frå nei ho ferdig viss tilbake sak saka ikkje bruke over så hadde må nytt lenge berre skjer hjelp faktura bestilling levering ny noko ut kun kvittering ringe endre vanlig',
  ],
  ['da sv', 0.4, 'af från efter nu någon jag jeg og att'],
  ['nb sv', 0.4, 'av meg mig nå nu veldig'],
]

const OWN: Record<string, readonly [number, string][]> = {
  nb: [
    [
      2.2,
      'hva hvis noe noen nå mye veldig hjelpe trenger deres vennlig hilsen prøver prøvde fungerer svarer beklager mottok mottatt bestilte kjøpte betalt pengene sendt fått gjøre gjort blitt ble selv øyeblikk uke uken gang ganger tidligere igjen også hvordan spørsmål ønsker kjøp konto bruker passordet finner vennligst kanskje fremdeles fortsatt dessverre feil feilmelding',
    ],
    [
      1.1,
      'jeg ikke takk meg deg oss dere av etter fra hei nei bare til og er kunne skulle være flere mer dette denne disse hvor hvorfor hvem hvilken logge innlogging betale sende bestille',
    ],
  ],
  nn: [
    [
      3,
      'eg ikkje dei kva korleis kvifor kven kvar noko nokon nokre frå eit ein berre vore vere meir fleire sjølv saman mykje heile gjere gjer gjort veit ynskjer ønskjer treng fekk kjem kjøpte spørsmål venleg helsing dykk dykkar hjå då òg mogleg vart blei har seie seier sjå ser desse denne korkje ikkje anna andre sidan enno framleis difor tidlegare veke veka takk gong gongar',
    ],
    [1, 'og er til at av på det med for oss meg deg takk hei etter no må eller om så når'],
  ],
  da: [
    [
      2.4,
      'af hvad noget nogen nogle mig dig jer jeres også igen gerne meget tak hej uge ugen gange tilbage nej bruge brug sagen sag virker modtaget modtog bestilt købt købte betalt pengene sendt fået gøre gjort blevet blev selv øjeblik tidligere spørgsmål ønsker konto adgangskode finder venligst måske stadig desværre fejl fejlbesked efter uden mellem lige venlig hilsen hjælp hjælpe prøver prøvede jeg’s behøver kontakte kigge ligger synes',
    ],
    [
      1.1,
      'jeg ikke fra til og er på det kunne skulle være flere mere dette denne disse hvor hvorfor hvem hvilken hvordan os at logge sende bestille',
    ],
  ],
  sv: [
    [
      2.4,
      'och att jag inte är från också eller någon något några mycket hur vad varför vem vilken nu tack hej vänlig vänliga hälsning hälsningar hälsar vecka veckan gång gånger tillbaka nej använda använder ärende fungerar mottagit beställt beställde köpt köpte betalat betalt pengarna skickat fått göra gjort blivit blev själv ögonblick tidigare fråga frågor önskar konto lösenord hittar vänligen kanske fortfarande tyvärr fel felmeddelande efter utan mellan ni er oss mig dig sig hjälp hjälpa behöver dessa detta denna har kan ska skulle när där här men då så finns få får igen även',
    ],
    [0.8, 'en ett det den på med för till av om som vi kan har var hade'],
  ],
  fi: [
    [
      2.4,
      'ja on ei en se että mutta kun niin tai myös jos ole olen olet oli ovat onko voiko voisitteko voitteko saanko sain saanut saatu miten mitä miksi missä kuka milloin kiitos kiitoksia hei terve moi terveisin ystävällisin minä minun minulle minulla meille meidän teille teidän te me he tämä tämän tätä nämä sen sitä siitä nyt vielä vain aina jo kuitenkin koska lasku laskun tilaus tilauksen tilasin maksoin maksu maksettu tuote salasana tili toimi toimii kysymys apua ongelma virhe viikko viikolla takaisin ilman jälkeen ennen kanssa voi pitää haluaisin haluan tarvitsen pyydän',
    ],
  ],
  en: [
    [
      2,
      'the and is are was were this that these those with from have has had not you your our we they my can could would should please thank thanks hello hi dear regards what when where why who how which there here about because been being will does did doing just still order invoice received sent paid money password account working works help need want would like any some more other again back after before without between',
    ],
    [0.7, 'i a an in of to it on for at by as be do if or so no me us he she his her up out'],
  ],
}

const words = new Map<string, [string, number][]>()
const put = (word: string, languages: string, weight: number) => {
  const list = words.get(word) ?? []
  const same = list.find(([known]) => known === languages)
  if (same) same[1] = Math.max(same[1], weight)
  else list.push([languages, weight])
  words.set(word, list)
}
for (const [languages, weight, list] of SHARED) for (const word of list.split(' ')) put(word, languages, weight)
for (const [language, tiers] of Object.entries(OWN))
  for (const [weight, list] of tiers) for (const word of list.split(' ')) put(word, language, weight)

/** Word → the languages it speaks for. */
export const WORDS: ReadonlyMap<string, readonly (readonly [string, number])[]> = words

/** Letters and letter groups inside a word. */
export const LETTERS: readonly (readonly [string, string, number])[] = [
  ['ä', 'sv fi', 0.7],
  ['ö', 'sv fi', 0.7],
  ['ø', 'nb nn da', 0.7],
  ['æ', 'nb nn da', 0.6],
  ['å', 'nb nn da sv', 0.4],
  ['ää', 'fi', 1.2],
  ['öö', 'fi', 1],
  ['yö', 'fi', 1],
  ['uo', 'fi', 0.4],
  ['aa', 'fi', 0.5],
  ['ii', 'fi', 0.6],
  ['uu', 'fi', 0.6],
  ['ck', 'sv en', 0.4],
  ['skj', 'nb nn', 0.6],
  ['kj', 'nb nn', 0.5],
  ['gj', 'nb nn', 0.4],
  ['øj', 'da', 1],
  ['øy', 'nb nn', 0.8],
  ['ej', 'da sv', 0.4],
  ['ei', 'nb nn fi', 0.3],
  ['kv', 'nn', 0.7],
  ['hv', 'nb da', 0.7],
  ['th', 'en', 0.5],
  ['wh', 'en', 0.6],
  ['ow', 'en', 0.4],
  ['gh', 'en', 0.4],
  ['x', 'sv en', 0.2],
]

/** Endings of words of five letters and more. */
export const ENDINGS: readonly (readonly [string, string, number])[] = [
  ['sjon', 'nb nn', 1],
  ['sjonen', 'nb nn', 1],
  ['tion', 'da sv en', 0.4],
  ['tionen', 'da sv', 0.7],
  ['ningar', 'sv nn', 0.8],
  ['ninger', 'nb da', 0.7],
  ['ene', 'nb', 0.6],
  ['ane', 'nn', 0.9],
  ['erne', 'da', 1.1],
  ['arna', 'sv', 1.1],
  ['orna', 'sv', 1.1],
  ['ade', 'sv', 0.7],
  ['ede', 'da', 0.8],
  ['leg', 'nn', 0.7],
  ['lege', 'nn', 0.5],
  ['heit', 'nn', 0.8],
  ['het', 'nb sv', 0.5],
  ['hed', 'da', 1],
  ['skap', 'nb nn sv', 0.4],
  ['skab', 'da', 1],
  ['ssa', 'fi', 1],
  ['ssä', 'fi', 1.2],
  ['lla', 'fi', 0.5],
  ['llä', 'fi', 1.2],
  ['sta', 'fi', 0.5],
  ['stä', 'fi', 1],
  ['lle', 'fi', 0.6],
  ['nen', 'fi', 0.5],
  ['nut', 'fi', 0.8],
  ['nyt', 'fi', 0.8],
  ['mme', 'fi', 1],
  ['tte', 'fi', 0.4],
  ['ksen', 'fi', 1],
  ['taan', 'fi', 1],
  ['ing', 'en nb nn da sv', 0.2],
  ['ed', 'en', 0.4],
  ['ly', 'en', 0.6],
  ['ness', 'en', 0.6],
]
