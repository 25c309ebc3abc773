import type { TradeTexts } from '../language-texts.ts'

export const webShop: TradeTexts<'webShop'> = {
  parcelMissing: {
    title: 'Pakken har ikke kommet, ordre {ref}',
    ask: 'Sporingen sier at pakken ble levert på tirsdag, men det ligger ingenting i postkassen, og naboene har ikke sett den. Det var en {thing} til en bursdag på lørdag.\n\nHva gjør vi nå?',
    answer:
      'Så kjedelig. Jeg har meldt pakken som savnet hos transportøren og bedt dem spørre sjåføren. Har du et skur eller en garasje der den kan være satt?\n\nVi finner en løsning før lørdag uansett.',
    note: 'Sjåføren har levert feil i samme gate før. Send ny i morgen hvis vi ikke hører noe.',
    back: 'Jeg har lett overalt. Ingen garasje her. Fint om dere bare sender en ny.',
    solution:
      'En ny er sendt i dag med levering på døren fredag. Dukker den første opp, kan du beholde returlappen og sende den tilbake når det passer.',
  },
  wrongSize: {
    title: 'Bytte størrelse på {thing}',
    ask: 'Jeg kjøpte en {thing} i medium, men den er for trang over skuldrene. Kan jeg bytte til large? Den er bare prøvd inne, og lappene sitter på.\n\nOrdre {ref}.',
    answer:
      'Klart det. Vi har large på lager i samme farge og holder av en til deg. Du får en returlapp på e-post, og vi sender den nye så snart den gamle er skannet hos transportøren.',
    note: 'Siste large i blått. Reservert.',
    back: 'Supert, den er levert på posten i dag.',
    solution: 'Den nye er på vei og er hos deg om to til tre dager. Si fra om den heller ikke passer.',
  },
  refundLate: {
    title: 'Hvor blir det av pengene mine?',
    ask: 'Jeg returnerte en {thing} for over tre uker siden (ordre {ref}) og har fortsatt ikke fått pengene. Dette er tredje gang jeg skriver. Nå begynner jeg å bli ganske lei.',
    answer:
      'Det forstår jeg godt, og jeg beklager. Returen din er registrert hos oss, men utbetalingen har stoppet fordi kortet er byttet ut. Har du et kontonummer vi kan betale til? Svar gjerne ved å ringe oss, så slipper du å sende det på e-post.',
    note: 'Henvendelse nummer tre. Den første ble lukket ved en feil. Kompenser frakten.',
    back: 'Ja, det stemmer at jeg har fått nytt kort. Jeg ringte inn nummeret nå nettopp.',
    solution:
      'Pengene er overført i dag og står på konto i morgen. Vi har betalt tilbake frakten også. Takk for tålmodigheten.',
  },
  brokenZip: {
    title: 'Glidelåsen er ødelagt etter to måneder',
    ask: 'Glidelåsen på min {thing} har gått i stykker etter bare to måneders bruk. Se bildet. Jeg regner med at dette dekkes av reklamasjonsretten.\n\nOrdrenummeret er {ref}.',
    answer:
      'Det gjør det. Så fort skal ikke en glidelås ryke. Du kan velge om vi skal reparere den, noe som tar rundt ti dager, eller om du vil ha en ny.',
    note: 'Fjerde sak på denne serien. Meld fra til leverandøren.',
    back: 'Da vil jeg helst ha en ny, jeg skal på fjelltur neste uke.',
    solution:
      'En ny er sendt i dag. Den gamle trenger du ikke sende tilbake, men klipp gjerne av merkelappen og ta et bilde av den til oss.',
  },
  passwordReset: {
    title: 'Får ikke nytt passord på e-post',
    ask: 'Jeg har trykket på «glemt passord» fem ganger, men det kommer ingen e-post. Jeg har sett i søppelposten også. Kan dere hjelpe meg inn?',
    answer:
      'Kontoen din er registrert på en annen e-postadresse enn den du skriver fra. Kan det være at du brukte jobbadressen din da du handlet første gang?',
    note: 'Oppgi aldri den andre adressen. Kunden må si den selv.',
    back: 'Ja, det var det! Jobben har jeg sluttet i. Kan dere bytte til denne adressen?',
    solution:
      'Adressen er byttet etter at du svarte riktig på spørsmålene på telefon. Trykk på «glemt passord» en gang til, så kommer e-posten.',
  },
  discountCode: {
    title: 'Rabattkoden virker ikke',
    ask: 'Jeg fikk en rabattkode da jeg meldte meg på nyhetsbrevet, men i kassen står det at den er ugyldig. Jeg vil kjøpe en {thing}.',
    answer:
      'Koden gjelder ikke varer som allerede er satt ned, og den du ser på er på tilbud ut uken. Du får altså den laveste prisen uten koden.',
    note: 'Teksten i kassen er for dårlig. Gi den videre til dem som lager nettbutikken.',
    back: 'Ok, da skjønner jeg. Kan jeg spare koden til senere?',
    solution: 'Ja, koden gjelder ut året. God handel!',
  },
  changeAddress: {
    title: 'Feil leveringsadresse på ordre {ref}',
    ask: 'Jeg oppdaget akkurat at ordre {ref} går til den gamle adressen min. Kan dere endre før den sendes? Den nye står i profilen min nå.',
    answer:
      'Pakken er plukket, men ikke hentet av bilen ennå. Jeg har stanset den og skriver ut ny adresselapp. Stemmer adressen som står i profilen din, også etasjen?',
    note: 'Pakken ligger på hylle 4 med gul lapp.',
    back: 'Adressen stemmer, 3. etasje. Takk for rask hjelp!',
    solution: 'Ny lapp er på, og pakken gikk med bilen klokken tre. Du kan følge den med samme sporingsnummer.',
  },
  receipt: {
    title: 'Trenger kvittering for ordre {ref}',
    ask: 'Regnskapet vårt mangler kvittering for ordre {ref}. Kan dere sende den med organisasjonsnummeret vårt på? Vi skal levere momsoppgaven på fredag.',
    answer:
      'Her er kvitteringen med firmanavn og organisasjonsnummer. Vi har lagt inn opplysningene på kontoen deres, så kommer de med av seg selv neste gang.',
    note: 'Bedriftskunde. Spør om de vil ha samlefaktura.',
    back: 'Mottatt, takk! Kan vi få en samlefaktura hver måned i stedet?',
    solution: 'Det er ordnet fra neste måned. Fakturaen kommer som EHF den første virkedagen.',
  },
  backInStock: {
    title: 'Kommer {thing} tilbake på lager?',
    ask: 'Vet dere når {thing} kommer tilbake på lager? Jeg har ventet siden i høst. Fargen er ikke så nøye.',
    answer:
      'Vi venter et parti i løpet av to til tre uker, i grønt og grått. Vil du at jeg holder av en til deg? Det er helt uforpliktende.',
    note: 'Partiet er forsinket fra fabrikken, ikke lov dato.',
    back: 'Ja, hold gjerne av en grønn.',
    solution:
      'Nå er den kommet. Lenken til din reserverte vare ligger i e-posten du fikk i dag, og den gjelder i fem dager.',
  },
  doubleCharge: {
    title: 'Trukket to ganger for ordre {ref}',
    ask: 'Dere har trukket kortet mitt to ganger for samme ordre, {ref}. Vedlagt er utskrift fra banken. Vær så snill å betale tilbake det ene beløpet så fort som mulig.',
    answer:
      'Takk for utskriften. Det ene er en reservasjon som ble stående da betalingen stoppet halvveis. Jeg har slettet den hos oss. Banken bruker vanligvis to virkedager.',
    note: 'Samme feil i betalingsløsningen hos tre andre i går kveld.',
    back: 'Den ligger der fortsatt, og nå er det gått tre dager …',
    solution:
      'Vi ringte betalingsleverandøren, som slettet reservasjonen mens vi ventet. Den skal være borte i nettbanken nå.',
  },
}
