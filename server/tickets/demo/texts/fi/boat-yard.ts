import type { TradeTexts } from '../language-texts.ts'

export const boatYard: TradeTexts<'boatYard'> = {
  engineWontStart: {
    title: 'Moottori ei käynnisty – {thing}',
    ask: 'Laskimme veneen lauantaina vesille, eikä moottori nyt käynnisty. Veneen malli on {thing}. Startti pyörii, mutta kone ei ota tulta. Akut ovat uudet ja näyttävät 12,7 volttia.\n\nEhtisittekö katsoa sitä tällä viikolla? Viikonlopuksi oli suunnitteilla reissu.',
    answer:
      'Kuulostaa siltä, ettei polttoaine kulje. Kokeile ilmata järjestelmä käsipumpulla, kunnes pumppu kovenee, ja tarkista, että säiliön hana on auki talven jäljiltä.\n\nEllei se auta, pääsemme laiturille torstaiaamupäivällä.',
    note: 'Samassa veneessä oli viime vuonna ilmaa dieselsuodattimessa. Ota mukaan suodatinsarja ja letkunkiristimiä.',
    back: 'Pumppu ei kovene, vaikka kuinka pumppaisi. Torstai sopii hyvin, avain on satamavahdilla.',
    solution:
      'Nyt se käynnistyy ensimmäisellä yrittämällä. Esisuodattimen edessä oli haljennut letku, joka veti ilmaa. Vaihdoimme letkun ja suodattimen ja koekäytimme konetta kymmenen minuuttia.',
  },
  winterStorage: {
    title: 'Talvisäilytys – {thing}',
    ask: 'Mitä talvisäilytys teillä maksaa lokakuusta huhtikuuhun? Veneen malli on {thing}. Mieluiten sisällä, mutta katoskin käy.\n\nMitä hintaan kuuluu, ja pitääkö masto irrottaa itse?',
    answer:
      'Meillä on tilaa sisällä B-hallissa. Hinta lasketaan pituus kertaa leveys, ja nosto, pesu ja vesillelasku kuuluvat siihen. Maston irrotamme kiinteällä lisämaksulla.\n\nLähetä suurin pituus ja leveys, niin saat tarjouksen tänään.',
    note: 'B-halli on täynnä yli 32 jalan veneille. Tarkista kölin syväys ennen kuin lupaamme paikan.',
    back: 'Pituus on 9,20 ja leveys 2,85. Otan mielelläni sisäpaikan.',
    solution: 'Paikkasi on varattu B-hallista 6. lokakuuta alkaen. Ilmoitamme viikkoa ennen nostoa.',
  },
  gelcoatDamage: {
    title: 'Gelcoat-vaurio törmäyksen jäljiltä',
    ask: 'Joku on törmännyt veneeseeni vieraslaiturissa. Paapuurin puolella on gelcoatissa noin 20 cm pitkä kolo. Kuva on liitteenä.\n\nMitä korjaus maksaa, ja voitteko lähettää hinnan vakuutusyhtiölle? Vahinkonumero on {ref}.',
    answer:
      'Kiitos selkeästä kuvasta. Laminaatti näyttää alta ehjältä, mutta se pitää koputella läpi varmuuden vuoksi. Voitko käydä veneellä täällä? Siihen menee vartti.\n\nLähetämme kustannusarvion suoraan vakuutusyhtiölle vahinkonumeron kanssa.',
    note: 'Värikoodi on vuoden 2021 kansiossa. Varaa neljä tuntia ja kiillotus.',
    back: 'Tulen käymään maanantaina töiden jälkeen, jos se sopii.',
    solution: 'Vakuutusyhtiö hyväksyi arvion, ja vaurio on korjattu ja kiillotettu. Veneen voi hakea milloin vain.',
  },
  antifouling: {
    title: 'Pohjamaalaus ja kevätkunnostus – {thing}',
    ask: 'Haluaisin tilata pohjamaalauksen ja rungon kiillotuksen ennen kautta. Vene on teillä maissa, malli {thing}.\n\nEhtisikö se valmiiksi vapuksi?',
    answer:
      'Ehtii hyvin. Varasimme ajan viikolle 16. Haluatko saman pohjamaalin kuin viime vuonna vai kovemman? Kova kestää enemmän, mutta maksaa vähän lisää.',
    note: 'Asiakas huomautti viime vuonna valumajäljistä. Yksi ylimääräinen kierros vesirajassa.',
    back: 'Se kova, kiitos. Ja vaihtakaa samalla anodit.',
    solution:
      'Vene on valmis: kaksi kerrosta pohjamaalia, uudet anodit ja kiillotettu runko. Kerro, minä päivänä laskemme sen vesille.',
  },
  storageInvoice: {
    title: 'Väärä summa laskulla {ref}',
    ask: 'Laskulla {ref} on veloitettu sekä talvisäilytys että sähkö, mutta minulla ei ole ollut sähköä kytkettynä ollenkaan. Voisitteko tarkistaa?\n\nLasku on liitteenä.',
    answer:
      'Kiitos, että ilmoitit. Vertaan sähkölistaa paikkaasi ja palaan asiaan tämän päivän aikana. Sinun ei tarvitse maksaa ennen kuin asia on selvä.',
    note: 'Sähkö kuuluu viereiselle paikalle. Hyvitä koko rivi.',
    back: 'Hyvä, odotan siis maksun kanssa. Kertokaa, milloin uusi lasku tulee.',
    solution:
      'Olit oikeassa: sähkö kuului viereiselle paikalle. Lähetimme hyvityslaskun ja uuden laskun. Pahoittelut vaivasta.',
  },
  bilgePump: {
    title: 'Veneeseen tulee vettä – kiire!',
    ask: 'Veneeni pilssipumppu käy koko ajan, ja turkin päällä on vettä. Malli on {thing}. Olen matkalla, mutta asun tunnin päässä.\n\nVoisiko joku teiltä katsoa sitä nyt?',
    answer: 'Lähdemme heti alas varapumpun kanssa. Onko vene lukossa, ja missä pääkytkin on?',
    note: 'Antti on matkalla pumpun kanssa. Tarkista ensin akselitiiviste.',
    back: 'Avain roikkuu istuinlaatikon penkin alla. Pääkytkin on portaiden vasemmalla puolella. Kiitos paljon!',
    solution:
      'Vene on tyhjennetty. Vesi tuli merivesisuodattimen irronneesta letkusta. Laitoimme uudet kiristimet ja jätämme pumpun varmuuden vuoksi huomiseen.',
  },
  chartplotter: {
    title: 'Karttaplotteri jumittaa päivityksen jälkeen',
    ask: 'Päivitin karttaplotterin, ja nyt se käynnistyy uudelleen kymmenen minuutin välein. Kartat on ostettu teiltä, tilaus {ref}.\n\nOnko muilla ollut samaa?',
    answer:
      'Kyllä, parilla muullakin. Valmistaja julkaisi tänään uuden version. Tallenna se tyhjälle muistikortille, aseta kortti paikalleen ja käynnistä laite pitäen painiketta pohjassa viisi sekuntia.',
    note: 'Koskee vain ennen vuotta 2022 valmistettuja. Laatikossa on kaksi valmista muistikorttia.',
    back: 'Sain uuden version asennettua, mutta kartat hävisivät. Pitääkö ne ostaa uudestaan?',
    solution:
      'Ei tarvitse. Kirjaudu karttatoimittajan tilille ja valitse ”hae ostot uudelleen”, niin ne palautuvat. Koodi on lähetetty sinulle.',
  },
  sailRepair: {
    title: 'Isopurjeen korjaus',
    ask: 'Isopurje on revennyt takaliikistä noin puolen metrin matkalta. Kannattaako vuoden 2012 purjetta enää korjata, vai pitäisikö ostaa uusi?\n\nVeneen malli on {thing}.',
    answer:
      'Jos kangas on muuten pehmeää eikä värjääntynyttä, korjaus kestää hyvin vielä muutaman vuoden. Tuo purje näytille, niin katsotaan yhdessä. Se ei maksa mitään.',
    note: 'Purjeentekijä on täällä tiistaisin ja torstaisin.',
    back: 'Tuon sen torstaina.',
    solution: 'Purje on ommeltu, ja vahvistimme samalla alakulman. Se odottaa noutoa myymälässä.',
  },
  berth: {
    title: 'Vapaa venepaikka kesästä alkaen?',
    ask: 'Muutimme juuri tänne ja ostimme veneen, malli on {thing}. Onko teillä vapaata venepaikkaa kesäkuusta, ja kuinka pitkä jono on?\n\nTarvitsemme 3,5 metrin leveyden.',
    answer:
      'Tervetuloa! Juuri nyt C-laiturissa on yksi 3,5 metrin paikka, joka vapautuu 15. kesäkuuta. Siinä on sähkö ja vesi. Pidän sitä teille viikon loppuun.',
    note: 'Paikka C14. Omistaja irtisanoo, kun on saanut veneen myytyä.',
    back: 'Kyllä kiitos, otamme sen! Mitä tarvitsette meiltä?',
    solution:
      'Sopimus on lähetetty sähköpostilla allekirjoitettavaksi. Kun se palautuu, saatte porttikoodin ja paikkanumeron.',
  },
}
