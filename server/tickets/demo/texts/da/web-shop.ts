import type { TradeTexts } from '../language-texts.ts'

export const webShop: TradeTexts<'webShop'> = {
  parcelMissing: {
    title: 'Pakken er ikke kommet, ordre {ref}',
    ask: 'Ifølge sporingen blev pakken leveret i tirsdags, men der ligger ikke noget i postkassen, og naboerne har ikke set den. Det var en {thing} til en fødselsdag på lørdag.\n\nHvad gør vi nu?',
    answer:
      'Hvor ærgerligt. Jeg har meldt pakken savnet hos fragtmanden og bedt dem spørge chaufføren. Har du et skur eller en carport, hvor den kan være stillet?\n\nVi finder en løsning inden lørdag under alle omstændigheder.',
    note: 'Chaufføren har leveret forkert på samme vej før. Send en ny i morgen, hvis vi ikke hører noget.',
    back: 'Jeg har ledt overalt. Ingen carport her. Det er fint, hvis I bare sender en ny.',
    solution:
      'En ny er sendt i dag med levering ved døren fredag. Dukker den første op, kan du gemme returlabelen og sende den tilbage, når det passer.',
  },
  wrongSize: {
    title: 'Bytte størrelse på {thing}',
    ask: 'Jeg har købt en {thing} i medium, men den er for stram over skuldrene. Kan jeg bytte til large? Den er kun prøvet indenfor, og mærkerne sidder på.\n\nOrdre {ref}.',
    answer:
      'Selvfølgelig. Vi har large på lager i samme farve og lægger en til side til dig. Du får en returlabel på e-mail, og vi sender den nye, så snart den gamle er scannet hos fragtmanden.',
    note: 'Sidste large i blå. Reserveret.',
    back: 'Super, den er afleveret i pakkeshoppen i dag.',
    solution: 'Den nye er på vej og er hos dig om to til tre dage. Sig til, hvis den heller ikke passer.',
  },
  refundLate: {
    title: 'Hvor bliver mine penge af?',
    ask: 'Jeg returnerede en {thing} for mere end tre uger siden (ordre {ref}) og har stadig ikke fået pengene. Det er tredje gang, jeg skriver. Nu er jeg ved at være rigtig træt af det.',
    answer:
      'Det forstår jeg godt, og jeg beklager. Din retur er registreret hos os, men udbetalingen er gået i stå, fordi kortet er skiftet. Har du et kontonummer, vi kan betale til? Ring gerne ind med det, så slipper du for at sende det på e-mail.',
    note: 'Henvendelse nummer tre. Den første blev lukket ved en fejl. Kompensér fragten.',
    back: 'Ja, det er rigtigt, at jeg har fået nyt kort. Jeg har lige ringet nummeret ind.',
    solution:
      'Pengene er overført i dag og står på kontoen i morgen. Vi har også betalt fragten tilbage. Tak for tålmodigheden.',
  },
  brokenZip: {
    title: 'Lynlåsen er gået i stykker efter to måneder',
    ask: 'Lynlåsen på min {thing} er gået i stykker efter kun to måneders brug. Se billedet. Jeg går ud fra, at det er dækket af reklamationsretten.\n\nOrdrenummeret er {ref}.',
    answer:
      'Det er det. Så hurtigt skal en lynlås ikke gå i stykker. Du kan vælge, om vi skal reparere den, hvilket tager omkring ti dage, eller om du vil have en ny.',
    note: 'Fjerde ticket på den her serie. Giv leverandøren besked.',
    back: 'Så vil jeg helst have en ny, jeg skal på vandretur i næste uge.',
    solution:
      'En ny er sendt i dag. Den gamle behøver du ikke sende tilbage, men klip gerne mærket af, og tag et billede af det til os.',
  },
  passwordReset: {
    title: 'Får ikke en ny adgangskode på e-mail',
    ask: 'Jeg har trykket på »glemt adgangskode« fem gange, men der kommer ingen e-mail. Jeg har også set i spam. Kan I hjælpe mig ind?',
    answer:
      'Din konto er registreret på en anden e-mailadresse end den, du skriver fra. Kan det være, at du brugte din arbejdsadresse, første gang du handlede?',
    note: 'Oplys aldrig den anden adresse. Kunden skal selv sige den.',
    back: 'Ja, det var det! Det job har jeg ikke længere. Kan I skifte til denne adresse?',
    solution:
      'Adressen er skiftet, efter at du svarede rigtigt på spørgsmålene i telefonen. Tryk på »glemt adgangskode« en gang til, så kommer e-mailen.',
  },
  discountCode: {
    title: 'Rabatkoden virker ikke',
    ask: 'Jeg fik en rabatkode, da jeg tilmeldte mig nyhedsbrevet, men i kassen står der, at den er ugyldig. Jeg vil købe en {thing}.',
    answer:
      'Koden gælder ikke varer, der allerede er sat ned, og den, du kigger på, er på tilbud ugen ud. Du får altså den laveste pris uden koden.',
    note: 'Teksten i kassen er for dårlig. Giv det videre til dem, der laver webshoppen.',
    back: 'Ok, så forstår jeg. Kan jeg gemme koden til senere?',
    solution: 'Ja, koden gælder året ud. God handel!',
  },
  changeAddress: {
    title: 'Forkert leveringsadresse på ordre {ref}',
    ask: 'Jeg har lige opdaget, at ordre {ref} går til min gamle adresse. Kan I ændre det, inden den bliver sendt? Den nye står i min profil nu.',
    answer:
      'Pakken er pakket, men ikke hentet af bilen endnu. Jeg har stoppet den og printer en ny label. Passer adressen, der står i din profil, også etagen?',
    note: 'Pakken ligger på hylde 4 med gul seddel.',
    back: 'Adressen passer, 3. tv. Tak for hurtig hjælp!',
    solution:
      'Der er kommet ny label på, og pakken kørte med bilen klokken tre. Du kan følge den med samme sporingsnummer.',
  },
  receipt: {
    title: 'Mangler kvittering for ordre {ref}',
    ask: 'Vores bogholderi mangler en kvittering for ordre {ref}. Kan I sende den med vores CVR-nummer på? Vi skal indberette moms på fredag.',
    answer:
      'Her er kvitteringen med firmanavn og CVR-nummer. Vi har lagt oplysningerne ind på jeres konto, så de kommer med af sig selv næste gang.',
    note: 'Erhvervskunde. Spørg, om de vil have samlefaktura.',
    back: 'Modtaget, tak! Kan vi få en samlefaktura hver måned i stedet?',
    solution: 'Det er på plads fra næste måned. Fakturaen kommer elektronisk den første hverdag.',
  },
  backInStock: {
    title: 'Kommer {thing} på lager igen?',
    ask: 'Ved I, hvornår {thing} kommer på lager igen? Jeg har ventet siden efteråret. Farven er ikke så vigtig.',
    answer:
      'Vi venter et parti i løbet af to til tre uger, i grøn og grå. Vil du have, at jeg lægger en til side til dig? Det er helt uforpligtende.',
    note: 'Partiet er forsinket fra fabrikken, lov ikke nogen dato.',
    back: 'Ja, læg gerne en grøn til side.',
    solution:
      'Nu er den kommet. Linket til din reserverede vare ligger i den e-mail, du fik i dag, og det gælder i fem dage.',
  },
  doubleCharge: {
    title: 'Trukket to gange for ordre {ref}',
    ask: 'I har trukket mit kort to gange for den samme ordre, {ref}. Jeg har vedhæftet en udskrift fra banken. Vær søde at betale det ene beløb tilbage så hurtigt som muligt.',
    answer:
      'Tak for udskriften. Det ene er en reservation, der blev stående, da betalingen gik i stå halvvejs. Jeg har slettet den hos os. Banken bruger normalt to bankdage.',
    note: 'Samme fejl i betalingsløsningen hos tre andre i går aftes.',
    back: 'Den ligger der stadig, og nu er der gået tre dage …',
    solution:
      'Vi ringede til betalingsudbyderen, som slettede reservationen, mens vi ventede. Den skulle være væk i netbanken nu.',
  },
}
