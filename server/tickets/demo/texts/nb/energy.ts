import type { TradeTexts } from '../language-texts.ts'

export const energy: TradeTexts<'energy'> = {
  meterReading: {
    title: 'Strømregningen stemmer ikke med måleren',
    ask: 'Regningen {ref} viser et forbruk som er nesten dobbelt så høyt som det måleren sier. Jeg har tatt bilde av displayet. Kan dere kontrollere dette før forfall?',
    answer:
      'Takk for bildet. Regningen bygger på et anslag, fordi måleren ikke har sendt data på elleve dager. Jeg har satt den på vent mens vi henter inn riktig stand.',
    note: 'Måleren mangler signal etter at det ble bygget garasje. Bestill antenne.',
    back: 'Det kan stemme, vi satte opp garasje i høst. Må jeg gjøre noe?',
    solution:
      'Du slipper å gjøre noe. Ny regning med riktig forbruk er sendt, og en montør setter opp en antenne utvendig i neste uke.',
  },
  movingOut: {
    title: 'Flytter 1. i neste måned',
    ask: 'Vi flytter den første i neste måned og vil si opp strømmen på den gamle adressen. Kan vi ta med oss avtalen {thing} til den nye leiligheten?',
    answer:
      'Det kan dere. Jeg trenger den nye adressen og målernummeret, det står på boksen i sikringsskapet. Hvem flytter inn etter dere, vet dere det?',
    note: 'Det er sameie på den nye adressen. Sjekk om det er fellesmåling.',
    back: 'Målernummeret er {ref}. De nye eierne tar over samme dag.',
    solution:
      'Da er alt klart: avtalen flytter med dere, og sluttregningen for den gamle boligen kommer midt i måneden. Lykke til med flyttingen!',
  },
  powerCut: {
    title: 'Strømmen er borte hos oss',
    ask: 'Strømmen gikk for en time siden, men naboene har lys. Alle sikringer står på. Vi har et spedbarn i huset og kulda kommer fort inn. Kan dere sende noen?',
    answer:
      'Vi sender en montør nå. Det er trolig overbelastningsvernet foran måleren. Ikke åpne det selv. Montøren ringer deg ti minutter før han er fremme.',
    note: 'Vakt 2 er sendt ut. Gammelt inntak, sjekk stikkledningen.',
    back: 'Han er her nå. Tusen takk, det gikk fort!',
    solution:
      'Feilen var en løs klemme i inntaket. Den er festet, og montøren målte at alt er i orden. Vi skifter hele inntaket til våren uten kostnad for dere.',
  },
  solarPanels: {
    title: 'Spørsmål om solceller og salg av overskudd',
    ask: 'Vi vurderer solceller på taket. Hvordan blir vi plusskunde, og hva betaler dere for strømmen vi ikke bruker selv? Vi har i dag {thing}.',
    answer:
      'Så spennende! Installatøren melder inn anlegget, og deretter leser måleren begge veier. Vi betaler spotpris time for time. Send oss gjerne årsforbruket, så regner vi på det.',
    note: 'Mulig interesse for batteri også. Ring etter påske.',
    back: 'Vi bruker rundt 18 000 kWh i året, mest på vinteren.',
    solution:
      'Regnestykket ligger i e-posten. Kort sagt: et anlegg på 8 kW gir rundt en tredjedel av forbruket ditt. Si fra når du har valgt installatør.',
  },
  charger: {
    title: 'Elbilladeren blinker rødt',
    ask: 'Ladeboksen vi kjøpte av dere i fjor, blinker rødt og lader ikke. Serienummeret er {ref}. Jeg har slått av og på sikringen.',
    answer:
      'Rødt blink tre ganger betyr jordfeil, fem ganger betyr at den har mistet kontakten med nettet. Hvor mange blink ser du mellom hver pause?',
    note: 'Garanti til 2027. Samme serie har hatt fukt i kontakten.',
    back: 'Det er tre blink. Det regnet kraftig i natt, hvis det har noe å si.',
    solution:
      'Det var fukt i kontakten. Montøren har byttet den på garantien og tettet rundt kabelen. Laderen virker igjen.',
  },
  directDebit: {
    title: 'Vil ha avtalegiro i stedet for faktura',
    ask: 'Jeg glemmer stadig å betale i tide og vil gjerne ha avtalegiro. KID på siste faktura er {ref}. Hvordan gjør jeg det?',
    answer:
      'Det enkleste er å godkjenne avtalen i nettbanken: søk opp oss og bruk kundenummeret ditt. Purregebyret fra forrige måned stryker vi denne gangen.',
    note: 'Gebyret er slettet. Andre gang i år.',
    back: 'Takk, det var hyggelig! Jeg har lagt inn avtalen nå.',
    solution: 'Avtalen er registrert. Neste regning trekkes på forfallsdagen, og du får et varsel en uke før.',
  },
  appSignIn: {
    title: 'Kommer ikke inn i appen etter telefonbytte',
    ask: 'Jeg har fått ny telefon, og appen sier at enheten ikke er godkjent. Jeg får ikke fulgt med på forbruket. Hva gjør jeg?',
    answer:
      'Appen må knyttes til den nye telefonen. Velg «ny enhet» nederst på innloggingen og bekreft med BankID. Hvilken telefon har du?',
    note: 'Kjent feil i forrige versjon av appen på nye telefoner.',
    back: 'Det er en helt ny modell. Knappen er grå når jeg kommer dit.',
    solution:
      'Oppdater appen til versjonen som kom i går, så blir knappen blå. Vi så at du kom inn for litt siden. Fint!',
  },
  highUse: {
    title: 'Hvorfor bruker vi så mye strøm?',
    ask: 'Vi har byttet til varmepumpe og senket temperaturen, men bruker likevel mer enn i fjor. Avtalen er {thing}. Jeg legger ved oversikten. Noe må være feil hos dere.',
    answer:
      'Jeg har sett på timeverdiene. Forbruket ligger jevnt på 2 kW også om natten, og det pleier å være varmtvannet eller en varmekabel. Har dere varmekabler ute?',
    note: 'Ikke feil på måleren, den ble kontrollert i fjor.',
    back: 'Jo, i oppkjørselen! Den skal jo bare gå når det er snø.',
    solution:
      'Da er synderen funnet. Etter at du skrudde den av, har nattforbruket falt til 0,4 kW. Det blir merkbart på neste regning.',
  },
}
