import type { TradeTexts } from '../language-texts.ts'

export const energy: TradeTexts<'energy'> = {
  meterReading: {
    title: 'Elräkningen stämmer inte med mätaren',
    ask: 'Räkning {ref} visar en förbrukning som är nästan dubbelt så hög som det mätaren säger. Jag har tagit en bild på displayen. Kan ni kontrollera det före förfallodagen?',
    answer:
      'Tack för bilden. Räkningen bygger på en uppskattning, eftersom mätaren inte har skickat data på elva dagar. Jag har pausat den medan vi hämtar rätt mätarställning.',
    note: 'Mätaren saknar signal sedan det byggdes garage. Beställ antenn.',
    back: 'Det kan stämma, vi byggde garage i höstas. Behöver jag göra något?',
    solution:
      'Du behöver inte göra något. En ny räkning med rätt förbrukning är skickad, och en montör sätter upp en antenn utvändigt nästa vecka.',
  },
  movingOut: {
    title: 'Flyttar den 1:a nästa månad',
    ask: 'Vi flyttar den första nästa månad och vill säga upp elen på den gamla adressen. Kan vi ta med oss avtalet {thing} till den nya lägenheten?',
    answer:
      'Det kan ni. Jag behöver den nya adressen och anläggnings-id, det står på mätaren. Vet ni vem som flyttar in efter er?',
    note: 'Den nya adressen är en bostadsrättsförening. Kolla om det är gemensamt elavtal.',
    back: 'Numret är {ref}. De nya ägarna tar över samma dag.',
    solution:
      'Då är allt klart: avtalet flyttar med er, och slutfakturan för den gamla bostaden kommer i mitten av månaden. Lycka till med flytten!',
  },
  powerCut: {
    title: 'Strömmen är borta hos oss',
    ask: 'Strömmen gick för en timme sedan, men grannarna har ljus. Alla säkringar är på. Vi har en bebis i huset och det blir snabbt kallt. Kan ni skicka någon?',
    answer:
      'Vi skickar en montör nu. Det är troligen servissäkringen före mätaren. Öppna den inte själv. Montören ringer dig tio minuter innan han är framme.',
    note: 'Jour 2 har åkt ut. Gammal servis, kolla anslutningen.',
    back: 'Han är här nu. Tusen tack, det gick fort!',
    solution:
      'Felet var en lös klämma i servisen. Den är åtdragen, och montören har mätt att allt är i ordning. Vi byter hela servisen till våren utan kostnad för er.',
  },
  solarPanels: {
    title: 'Frågor om solceller och försäljning av överskott',
    ask: 'Vi funderar på solceller på taket. Hur blir vi mikroproducent, och vad betalar ni för den el som vi inte använder själva? I dag har vi {thing}.',
    answer:
      'Vad roligt! Installatören anmäler anläggningen, och sedan läser mätaren åt båda hållen. Vi betalar spotpris timme för timme. Skicka gärna årsförbrukningen, så räknar vi på det.',
    note: 'Kanske intresserad av batteri också. Ring efter påsk.',
    back: 'Vi använder runt 18 000 kWh om året, mest på vintern.',
    solution:
      'Beräkningen finns i e-postmeddelandet. Kort sagt: en anläggning på 8 kW ger ungefär en tredjedel av er förbrukning. Hör av er när ni har valt installatör.',
  },
  charger: {
    title: 'Laddboxen blinkar rött',
    ask: 'Laddboxen som vi köpte av er förra året blinkar rött och laddar inte. Serienumret är {ref}. Jag har slagit av och på säkringen.',
    answer:
      'Tre röda blinkningar betyder jordfel, fem betyder att den har tappat kontakten med nätet. Hur många blinkningar ser du mellan pauserna?',
    note: 'Garanti till 2027. Samma serie har haft fukt i kontakten.',
    back: 'Det är tre blinkningar. Det regnade kraftigt i natt, om det har någon betydelse.',
    solution:
      'Det var fukt i kontakten. Montören har bytt den på garantin och tätat runt kabeln. Laddaren fungerar igen.',
  },
  directDebit: {
    title: 'Vill ha autogiro i stället för faktura',
    ask: 'Jag glömmer ständigt att betala i tid och vill gärna ha autogiro. OCR-numret på den senaste fakturan är {ref}. Hur gör jag?',
    answer:
      'Det enklaste är att godkänna autogirot i internetbanken: sök upp oss och använd ditt kundnummer. Påminnelseavgiften från förra månaden stryker vi den här gången.',
    note: 'Avgiften är borttagen. Andra gången i år.',
    back: 'Tack, det var snällt! Jag har lagt in det nu.',
    solution:
      'Autogirot är registrerat. Nästa räkning dras på förfallodagen, och du får ett meddelande en vecka innan.',
  },
  appSignIn: {
    title: 'Kommer inte in i appen efter telefonbyte',
    ask: 'Jag har fått en ny telefon, och appen säger att enheten inte är godkänd. Jag kan inte följa förbrukningen. Vad gör jag?',
    answer:
      'Appen måste kopplas till den nya telefonen. Välj ”ny enhet” längst ner på inloggningen och bekräfta med BankID. Vilken telefon har du?',
    note: 'Känt fel i förra versionen av appen på nya telefoner.',
    back: 'Det är en helt ny modell. Knappen är grå när jag kommer dit.',
    solution:
      'Uppdatera appen till versionen som kom i går, så blir knappen blå. Vi såg att du kom in för en stund sedan. Bra!',
  },
  highUse: {
    title: 'Varför använder vi så mycket el?',
    ask: 'Vi har bytt till värmepump och sänkt temperaturen men använder ändå mer än förra året. Avtalet är {thing}. Jag bifogar översikten. Något måste vara fel hos er.',
    answer:
      'Jag har tittat på timvärdena. Förbrukningen ligger jämnt på 2 kW även på natten, och då brukar det vara varmvattnet eller en värmekabel. Har ni värmekablar ute?',
    note: 'Inget fel på mätaren, den kontrollerades förra året.',
    back: 'Jo, på uppfarten! Den ska ju bara gå när det är snö.',
    solution:
      'Då är boven funnen. Sedan du stängde av den har nattförbrukningen sjunkit till 0,4 kW. Det märks på nästa räkning.',
  },
}
