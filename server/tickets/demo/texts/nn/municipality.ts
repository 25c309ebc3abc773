import type { TradeTexts } from '../language-texts.ts'

export const municipality: TradeTexts<'municipality'> = {
  schoolTablet: {
    title: 'Knust skjerm på elevnettbrett',
    ask: 'Ein elev på 6. trinn miste nettbrettet i golvet, og skjermen er knust i det eine hjørnet. Det lèt seg bruke, men det er skarpe kantar. Merkelappen seier {ref}. Bilete er lagt ved.',
    answer:
      'Ta nettbrettet ut av bruk, så ingen skjer seg. Vi har eit lånebrett klart. Kan det hentast på kontoret på skulen i morgon etter klokka ti?',
    note: 'Innanfor avtalen: éin skjerm per elev per år.',
    back: 'Det går fint. Eleven lurer på om bileta hans blir borte?',
    solution: 'Bileta ligg i skya og kjem attende ved innlogging. Reparert nettbrett er levert til kontoret i dag.',
  },
  newEmployee: {
    title: 'Tilgangar til nytilsett frå måndag',
    ask: 'Vi får ein ny sakshandsamar på måndag. Ho treng PC, e-post, tilgang til {thing} og tilgangskort. Vi tinga for to veker sidan, men eg har ikkje fått noka stadfesting.',
    answer:
      'Tinginga låg og venta på godkjenning frå leiaren hennar. No er ho godkjend. PC-en er klar på torsdag, tilgangane blir aktiverte måndag klokka sju.',
    note: 'Tilgangskortet må lagast hos servicetorget. Hugs bilete.',
    back: 'Så bra! Kvar hentar ho kortet?',
    solution: 'Kortet hentar ho på servicetorget frå klokka åtte. Ta med legitimasjon. Velkomen til henne!',
  },
  vpnHome: {
    title: 'Heimekontor: mistar sambandet heile tida',
    ask: 'Når eg arbeider heimanfrå, fell sambandet ut kvart kvarter, og eg må logge inn på nytt i {thing}. På kontoret er alt i orden. Nettet heime verkar elles fint.',
    answer:
      'Det kjem truleg av at PC-en byter mellom to trådlause nett. Prøv å gløyme gjestenettet, og start VPN på nytt. Skriv til oss klokkeslettet neste gong det hender, så finn vi det i loggen.',
    note: 'Klienten på maskina er to versjonar gammal. Legg henne i kø for oppdatering.',
    back: 'Det hende 10.42 og 11.03 i dag, sjølv om eg berre har eitt nett.',
    solution:
      'Vi fann ein gammal VPN-klient på maskina og har oppdatert han over nettet. Sambandet har halde sidan i går.',
  },
  printerQueue: {
    title: 'Ingenting kjem ut av skrivaren i 2. etasje',
    ask: 'Skrivaren ved kopirommet i 2. etasje tek imot jobbar, men skriv ikkje ut noko. Vi er sju stykke som ventar på sakspapir til møtet klokka tolv.',
    answer: 'Ein stor jobb har låst køen. Eg har fjerna han, og køen går att. Kom det ut noko hos dykk?',
    note: 'PDF på 400 sider frå planavdelinga. Be dei bruke trykkeriet.',
    back: 'No kjem det, men med striper på kvar side.',
    solution: 'Vi har bytt trommel, og prøvesida er fin. Sakspapira ligg ferdige i hylla.',
  },
  lockedOut: {
    title: 'Kontoen er låst, kjem ikkje inn',
    ask: 'Eg har vore i permisjon og får ikkje logga inn. Det står at kontoen er låst. Eg har undervisning klokka ni og treng {thing} til det.',
    answer:
      'Kontoen var sperra fordi passordet gjekk ut medan du var borte. Ring oss på 39 00 12 00, så stadfestar vi kven du er og opnar han med det same.',
    note: 'Ikkje opne på e-post åleine. Ring attende til nummeret i personalsystemet.',
    back: 'Eg har ringt og fått nytt passord. Men no spør han etter ein kode eg ikkje har.',
    solution:
      'Telefonen din er registrert på nytt for eingongskodar, og vi prøvde innlogginga i lag. Lykke til med timen!',
  },
  meetingRoom: {
    title: 'Skjermen på møterommet er svart',
    ask: 'Skjermen på møterom Fjellrype viser ikkje bilete når vi koplar til. Lyden verkar. Vi har prøvd tre maskiner og to kablar. Det er kommunestyregruppe der på onsdag.',
    answer:
      'Då er det nok sjølve boksen under bordet. Vi ser på han i dag etter klokka to. Fram til då kan de bruke rommet ved sida av.',
    note: 'Boksen går varm, manglar luft bak panelet.',
    back: 'Fint. Rommet er ledig resten av dagen.',
    solution: 'Boksen er bytt, og vi har laga luft bak panelet. Bilete og lyd er prøvde med både kabel og trådlaust.',
  },
  careSystemSlow: {
    title: '{thing} er ubrukeleg tregt på sjukeheimen',
    ask: 'Vi bruker over eitt minutt på å opne ein pasientjournal i {thing}. Det er medisinrunde no, og sjukepleiarane må skrive på papir. Dette er tredje dagen på rad. De må gjere noko!',
    answer:
      'Vi ser det på målingane våre også og har sett det øvst på lista. Leverandøren er kopla på. Bruk naudrutinen for medisinar så lenge, vi ringer dykk innan ein halv time.',
    note: 'Databasen hos leverandøren står på 100 %. Nattjobben har ikkje stoppa. Varsle beredskapsvakta.',
    back: 'Det er litt betre no, men framleis tregt på to av avdelingane.',
    solution:
      'Leverandøren har stoppa ein jobb som hang, og svartidene er normale på alle avdelingar. Vi følgjer med heile døgnet ut veka.',
  },
  webForm: {
    title: 'Får ikkje sendt inn søknad om barnehageplass',
    ask: 'Når eg trykkjer på «send inn», kjem det berre ei raud ramme, men inga forklaring. Eg har fylt ut alt. Fristen er i dag! Skjermbilete er lagt ved.',
    answer:
      'Du skal ikkje miste plassen på grunn av oss. Eg har notert at du prøvde før fristen. Feilen gjeld barn med bindestrek i namnet. Prøv med mellomrom i staden.',
    note: 'Feil i skjemaet sidan førre oppdatering. Fire familiar råka.',
    back: 'Då gjekk det! Men no står namnet hans feil. Blir det retta?',
    solution: 'Namnet er retta i søknaden, og skjemaet toler bindestrek att. Du har fått kvittering på e-post.',
  },
  archiveAccess: {
    title: 'Tilgang til gamle byggjesaker i {thing}',
    ask: 'Eg er ny på byggjesak og ser ikkje saker frå før 2015 i {thing}. Kollegaen min gjer det. Kan eg få same tilgangen?',
    answer:
      'Dei eldste sakene ligg i eit eige arkiv med strengare tilgang. Leiaren din må godkjenne. Eg har sendt henne spørsmålet no.',
    note: 'Godkjent munnleg, ventar på det skriftlege.',
    back: 'Ho seier at ho har godkjent det i dag.',
    solution: 'Tilgangen er lagd inn. Logg ut og inn att, så ser du heile arkivet.',
  },
}
