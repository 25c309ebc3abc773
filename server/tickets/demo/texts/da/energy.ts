import type { TradeTexts } from '../language-texts.ts'

export const energy: TradeTexts<'energy'> = {
  meterReading: {
    title: 'Elregningen passer ikke med måleren',
    ask: 'Regning {ref} viser et forbrug, der er næsten dobbelt så højt som det, måleren siger. Jeg har taget et billede af displayet. Kan I kontrollere det inden betalingsfristen?',
    answer:
      'Tak for billedet. Regningen bygger på et skøn, fordi måleren ikke har sendt data i elleve dage. Jeg har sat den på pause, mens vi henter den rigtige aflæsning.',
    note: 'Måleren mangler signal, efter at der er bygget garage. Bestil antenne.',
    back: 'Det kan godt passe, vi byggede garage i efteråret. Skal jeg gøre noget?',
    solution:
      'Du skal ikke gøre noget. En ny regning med det rigtige forbrug er sendt, og en montør sætter en udvendig antenne op i næste uge.',
  },
  movingOut: {
    title: 'Flytter den 1. i næste måned',
    ask: 'Vi flytter den første i næste måned og vil opsige strømmen på den gamle adresse. Kan vi tage aftalen {thing} med til den nye lejlighed?',
    answer:
      'Det kan I. Jeg skal bruge den nye adresse og målernummeret, det står på boksen i eltavlen. Hvem flytter ind efter jer, ved I det?',
    note: 'Den nye adresse er en ejerforening. Tjek, om der er fælles måling.',
    back: 'Målernummeret er {ref}. De nye ejere overtager samme dag.',
    solution:
      'Så er alt klart: aftalen flytter med jer, og slutopgørelsen for den gamle bolig kommer midt i måneden. Held og lykke med flytningen!',
  },
  powerCut: {
    title: 'Strømmen er væk hos os',
    ask: 'Strømmen gik for en time siden, men naboerne har lys. Alle sikringer er slået til. Vi har en baby i huset, og det bliver hurtigt koldt. Kan I sende en?',
    answer:
      'Vi sender en montør nu. Det er nok sikringen før måleren. Åbn den ikke selv. Montøren ringer til dig, ti minutter før han er fremme.',
    note: 'Vagt 2 er kørt. Gammelt stik, tjek klemmerne.',
    back: 'Han er her nu. Tusind tak, det gik hurtigt!',
    solution:
      'Fejlen var en løs klemme i stikledningen. Den er spændt, og montøren har målt, at alt er i orden. Vi skifter hele stikket til foråret uden udgift for jer.',
  },
  solarPanels: {
    title: 'Spørgsmål om solceller og salg af overskud',
    ask: 'Vi overvejer solceller på taget. Hvordan bliver vi tilmeldt, og hvad betaler I for den strøm, vi ikke selv bruger? Vi har i dag {thing}.',
    answer:
      'Hvor spændende! Installatøren tilmelder anlægget, og derefter måler måleren begge veje. Vi betaler spotpris time for time. Send os gerne jeres årsforbrug, så regner vi på det.',
    note: 'Måske også interesseret i batteri. Ring efter påske.',
    back: 'Vi bruger omkring 6.500 kWh om året, mest om vinteren.',
    solution:
      'Beregningen ligger i e-mailen. Kort sagt: et anlæg på 6 kW dækker omkring en tredjedel af forbruget. Sig til, når I har valgt installatør.',
  },
  charger: {
    title: 'Ladeboksen blinker rødt',
    ask: 'Ladeboksen, vi købte hos jer sidste år, blinker rødt og lader ikke. Serienummeret er {ref}. Jeg har slukket og tændt for sikringen.',
    answer:
      'Tre røde blink betyder jordfejl, fem betyder, at den har mistet forbindelsen til nettet. Hvor mange blink ser du mellem hver pause?',
    note: 'Garanti til 2027. Samme serie har haft fugt i stikket.',
    back: 'Det er tre blink. Det regnede voldsomt i nat, hvis det betyder noget.',
    solution:
      'Der var fugt i stikket. Montøren har skiftet det på garantien og tætnet rundt om kablet. Laderen virker igen.',
  },
  directDebit: {
    title: 'Vil gerne tilmeldes betalingsservice',
    ask: 'Jeg glemmer hele tiden at betale til tiden og vil gerne have regningen betalt automatisk. Kundenummeret på den seneste faktura er {ref}. Hvordan gør jeg?',
    answer:
      'Det nemmeste er at tilmelde aftalen i netbanken: søg efter os, og brug dit kundenummer. Rykkergebyret fra sidste måned sletter vi denne gang.',
    note: 'Gebyret er slettet. Anden gang i år.',
    back: 'Tak, det var pænt af jer! Jeg har tilmeldt aftalen nu.',
    solution: 'Aftalen er registreret. Den næste regning trækkes på forfaldsdagen, og du får en besked en uge før.',
  },
  appSignIn: {
    title: 'Kan ikke komme ind i appen efter telefonskift',
    ask: 'Jeg har fået ny telefon, og appen siger, at enheden ikke er godkendt. Jeg kan ikke følge med i forbruget. Hvad gør jeg?',
    answer:
      'Appen skal knyttes til den nye telefon. Vælg »ny enhed« nederst på login-siden, og bekræft med MitID. Hvilken telefon har du?',
    note: 'Kendt fejl i den forrige version af appen på nye telefoner.',
    back: 'Det er en helt ny model. Knappen er grå, når jeg kommer dertil.',
    solution:
      'Opdater appen til den version, der kom i går, så bliver knappen blå. Vi kunne se, at du kom ind for lidt siden. Fint!',
  },
  highUse: {
    title: 'Hvorfor bruger vi så meget strøm?',
    ask: 'Vi har skiftet til varmepumpe og sænket temperaturen, men bruger alligevel mere end sidste år. Aftalen er {thing}. Jeg har vedhæftet oversigten. Der må være en fejl hos jer.',
    answer:
      'Jeg har set på timetallene. Forbruget ligger jævnt på 2 kW også om natten, og det plejer at være varmtvandet eller gulvvarmen. Har I el-gulvvarme?',
    note: 'Ikke fejl på måleren, den blev kontrolleret sidste år.',
    back: 'Jo, i badeværelset og udestuen! Den i udestuen skulle jo være slukket.',
    solution:
      'Så er synderen fundet. Efter at du slukkede for den, er natforbruget faldet til 0,4 kW. Det kan mærkes på den næste regning.',
  },
}
