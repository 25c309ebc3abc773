import type { TradeTexts } from '../language-texts.ts'

export const municipality: TradeTexts<'municipality'> = {
  schoolTablet: {
    title: 'Knust skjerm på elevnettbrett',
    ask: 'En elev på 6. trinn mistet nettbrettet i gulvet, og skjermen er knust i det ene hjørnet. Det lar seg bruke, men det er skarpe kanter. Merkelappen sier {ref}. Bilde er vedlagt.',
    answer:
      'Ta nettbrettet ut av bruk, så ingen skjærer seg. Vi har et lånebrett klart. Kan det hentes på skolens kontor i morgen etter klokken ti?',
    note: 'Innenfor avtalen: én skjerm per elev per år.',
    back: 'Det går fint. Eleven lurer på om bildene hans blir borte?',
    solution:
      'Bildene ligger i skyen og kommer tilbake ved innlogging. Reparert nettbrett er levert tilbake til kontoret i dag.',
  },
  newEmployee: {
    title: 'Tilganger til nyansatt fra mandag',
    ask: 'Vi får en ny saksbehandler på mandag. Hun trenger PC, e-post, tilgang til {thing} og adgangskort. Vi bestilte for to uker siden, men jeg har ikke fått noen bekreftelse.',
    answer:
      'Bestillingen lå og ventet på godkjenning fra lederen hennes. Nå er den godkjent. PC-en er klar på torsdag, tilgangene aktiveres mandag klokken sju.',
    note: 'Adgangskortet må lages hos servicetorget. Husk bilde.',
    back: 'Så bra! Hvor henter hun kortet?',
    solution: 'Kortet henter hun på servicetorget fra klokken åtte. Ta med legitimasjon. Velkommen til henne!',
  },
  vpnHome: {
    title: 'Hjemmekontor: mister forbindelsen hele tiden',
    ask: 'Når jeg jobber hjemmefra, faller forbindelsen ut hvert kvarter, og jeg må logge inn på nytt i {thing}. På kontoret er alt i orden. Nettet hjemme virker ellers fint.',
    answer:
      'Det skyldes trolig at PC-en bytter mellom to trådløse nett. Prøv å glemme gjestenettet, og start VPN på nytt. Skriv til oss klokkeslettet neste gang det skjer, så finner vi det i loggen.',
    note: 'Klienten på maskinen er to versjoner gammel. Legg den i kø for oppdatering.',
    back: 'Det skjedde 10.42 og 11.03 i dag, selv om jeg bare har ett nett.',
    solution:
      'Vi fant en gammel VPN-klient på maskinen og har oppdatert den over nettet. Forbindelsen har holdt siden i går.',
  },
  printerQueue: {
    title: 'Ingenting kommer ut av skriveren i 2. etasje',
    ask: 'Skriveren ved kopirommet i 2. etasje tar imot jobber, men skriver ikke ut noe. Vi er sju stykker som venter på sakspapirer til møtet klokken tolv.',
    answer: 'En stor jobb har låst køen. Jeg har fjernet den, og køen går igjen. Kom det ut noe hos dere?',
    note: 'PDF på 400 sider fra planavdelingen. Be dem bruke trykkeriet.',
    back: 'Nå kommer det, men med striper på hver side.',
    solution: 'Vi har byttet trommel, og prøvesiden er fin. Sakspapirene ligger ferdig i hyllen.',
  },
  lockedOut: {
    title: 'Kontoen er låst, kommer ikke inn',
    ask: 'Jeg har vært i permisjon og får ikke logget inn. Det står at kontoen er låst. Jeg har undervisning klokken ni og trenger {thing} til det.',
    answer:
      'Kontoen var sperret fordi passordet gikk ut mens du var borte. Ring oss på 39 00 12 00, så bekrefter vi hvem du er og åpner den med det samme.',
    note: 'Ikke åpne på e-post alene. Ring tilbake til nummeret i personalsystemet.',
    back: 'Jeg har ringt og fått nytt passord. Men nå spør den etter en kode jeg ikke har.',
    solution:
      'Telefonen din er registrert på nytt for engangskoder, og vi prøvde innloggingen sammen. Lykke til med timen!',
  },
  meetingRoom: {
    title: 'Skjermen på møterommet er svart',
    ask: 'Skjermen på møterom Fjellrype viser ikke bilde når vi kobler til. Lyden virker. Vi har prøvd tre maskiner og to kabler. Det er kommunestyregruppe der på onsdag.',
    answer:
      'Da er det nok selve boksen under bordet. Vi ser på den i dag etter klokken to. Inntil da kan dere bruke rommet ved siden av.',
    note: 'Boksen går varm, mangler luft bak panelet.',
    back: 'Fint. Rommet er ledig resten av dagen.',
    solution: 'Boksen er byttet, og vi har laget luft bak panelet. Bilde og lyd er prøvd med både kabel og trådløst.',
  },
  careSystemSlow: {
    title: '{thing} er ubrukelig tregt på sykehjemmet',
    ask: 'Vi bruker over ett minutt på å åpne en pasientjournal i {thing}. Det er medisinrunde nå, og sykepleierne må skrive på papir. Dette er tredje dagen på rad. Dere må gjøre noe!',
    answer:
      'Vi ser det på målingene våre også og har satt det øverst på listen. Leverandøren er koblet på. Bruk nødrutinen for medisiner så lenge, vi ringer dere innen en halv time.',
    note: 'Databasen hos leverandøren står på 100 %. Nattjobben har ikke stoppet. Varsle beredskapsvakten.',
    back: 'Det er litt bedre nå, men fortsatt tregt på to av avdelingene.',
    solution:
      'Leverandøren har stoppet en jobb som hang, og svartidene er normale på alle avdelinger. Vi følger med hele døgnet ut uken.',
  },
  webForm: {
    title: 'Får ikke sendt inn søknad om barnehageplass',
    ask: 'Når jeg trykker på «send inn», kommer det bare en rød ramme, men ingen forklaring. Jeg har fylt ut alt. Fristen er i dag! Skjermbilde er vedlagt.',
    answer:
      'Du skal ikke miste plassen på grunn av oss. Jeg har notert at du prøvde før fristen. Feilen gjelder barn med bindestrek i navnet. Prøv med mellomrom i stedet.',
    note: 'Feil i skjemaet siden forrige oppdatering. Fire familier berørt.',
    back: 'Da gikk det! Men nå står navnet hans feil. Blir det rettet?',
    solution: 'Navnet er rettet i søknaden, og skjemaet tåler bindestrek igjen. Du har fått kvittering på e-post.',
  },
  archiveAccess: {
    title: 'Tilgang til gamle byggesaker i {thing}',
    ask: 'Jeg er ny på byggesak og ser ikke saker fra før 2015 i {thing}. Kollegaen min gjør det. Kan jeg få samme tilgang?',
    answer:
      'De eldste sakene ligger i et eget arkiv med strengere tilgang. Lederen din må godkjenne. Jeg har sendt henne spørsmålet nå.',
    note: 'Godkjent muntlig, venter på det skriftlige.',
    back: 'Hun sier at hun har godkjent det i dag.',
    solution: 'Tilgangen er lagt inn. Logg ut og inn igjen, så ser du hele arkivet.',
  },
}
