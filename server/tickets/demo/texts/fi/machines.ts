import type { TradeTexts } from '../language-texts.ts'

export const machines: TradeTexts<'machines'> = {
  hydraulicLeak: {
    title: 'Hydrauliikkavuoto työmaalla – {thing}',
    ask: 'Koneestamme vuotaa hydrauliikkaöljyä kääntökehän kohdalta. Malli on {thing}. Se seisoo keskellä työmaata ja tukkii tien kahdelta kuorma-autolta. Katsokaa kuvaa.\n\nMilloin pääsette tulemaan?',
    answer:
      'Meillä on huoltoauto lähistöllä, olemme perillä puolentoista tunnin kuluttua. Sammuttakaa kone ja levittäkää imeytysainetta siksi aikaa. Onko paikalla sähköä?',
    note: 'Ota mukaan letkusarja 3/8 ja tiivistesarja. Viimeksi vika oli kääntöliittimessä.',
    back: 'Meillä on aggregaatti. Imeytysaine on levitetty. Ajakaa sisään pohjoisportista.',
    solution:
      'Kääntöliittimen letku oli hankautunut puhki ja on vaihdettu, ja kiinnitimme sen paremmin. Kone on käynyt tunnin vuotamatta.',
  },
  serviceInterval: {
    title: '1000 tunnin huollon tilaus',
    ask: 'Koneen mittarissa on kohta 1000 tuntia, malli {thing}. Saisimmeko huollon viikolle 12? Mieluiten meillä, koska lavettimme ei kanna sitä.',
    answer:
      'Viikko 12 sopii, keskiviikko tai torstai. Varatkaa viisi tuntia seisokkia. Tehdäänkö samalla vuositarkastus?',
    note: 'Suodatinsarja on varastossa. Varaa kaksi asentajaa.',
    back: 'Torstai, kiitos. Ja kyllä, tehkää myös tarkastus.',
    solution: 'Huolto on tehty ja tarkastus hyväksytty. Tarra on ovessa, ja raportti löytyy asiakasportaalista.',
  },
  sparePart: {
    title: 'Missä varaosa viipyy? Tilaus {ref}',
    ask: 'Tilasimme kaksi viikkoa sitten pumpun, tilaus {ref}. Koneen malli on {thing}. Sen piti tulla neljässä päivässä. Kone seisoo, ja joka päivä maksaa. Mikä tilanne on?',
    answer:
      'Ymmärrän hyvin, että kärsivällisyys loppuu. Osa on tullissa, ja tehtaalta puuttuu yksi paperi. Kiirehdin sitä ja soitan teille ennen kello kahta.',
    note: 'Lainapumppu pihan käytetystä koneesta? Kysy korjaamolta.',
    back: 'Kello on puoli kolme, eikä mitään ole kuulunut.',
    solution: 'Pahoittelut, että soitin myöhässä. Osa on toimitettu teille tänään, ja hyvitämme rahdin.',
  },
  warrantyClaim: {
    title: 'Takuuasia: vaihteisto – {thing}',
    ask: 'Koneen vaihteisto nykii kakkosvaihteella jo 600 tunnin jälkeen. Malli on {thing}. Mielestämme tämä kuuluu takuuseen. Huoltokirja on liitteenä, sarjanumero {ref}.',
    answer:
      'Huoltokirja on kunnossa. Ilmoitin asian tehtaalle, ja he haluavat öljynäytteen ennen vastausta. Haemme sen teiltä huomenna.',
    note: 'Tehtaalta on tulossa takaisinkutsu tälle vaihteistolle, ei vielä julkinen.',
    back: 'Näyte on haettu. Voiko konetta käyttää sillä välin?',
    solution:
      'Tehdas korvaa uuden vaihteiston töineen. Se asennettiin eilen, ja saatte sille uuden kahden vuoden takuun.',
  },
  quote: {
    title: 'Vuokratarjous – {thing}',
    ask: 'Kaivamme toukokuussa ojan 600 metrin kaapelille ja tarvitsemme koneen kolmeksi viikoksi, malli {thing}. Voisitteko antaa tarjouksen kuljettajan kanssa ja ilman?',
    answer:
      'Tässä on tarjous molemmilla vaihtoehdoilla. Hinta ilman kuljettajaa edellyttää, että teillä on koneenkuljettajan pätevyys. Kuljetus molempiin suuntiin sisältyy hintaan.',
    note: 'Uusi asiakas. Luottotiedot tarkistettu, kaikki kunnossa.',
    back: 'Kiitos! Otamme ilman kuljettajaa. Voisiko kone tulla jo edellisenä perjantaina?',
    solution:
      'Onnistuu, eikä viikonlopusta tule lisävuokraa. Sopimus on allekirjoitettu, ja kone tulee perjantaina ennen lounasta.',
  },
  training: {
    title: 'Koulutus kolmelle uudelle kuljettajalle',
    ask: 'Palkkasimme kolme uutta kuljettajaa, ja koneen malli on {thing}. Voisitteko pitää kurssin meillä? Viimevuotinen oli todella hyvä.',
    answer:
      'Mukava kuulla! Vapaita aikoja on viikoilla 18 ja 20. Kurssiin kuuluu päivä teoriaa ja puoli päivää käytäntöä omalla koneellanne.',
    note: 'Kysy, haluavatko kurssiaineiston englanniksi, yksi heistä on Liettuasta.',
    back: 'Viikko 18 sopii parhaiten. Ja kyllä, yksi aineisto englanniksi.',
    solution: 'Kurssi on pidetty, ja kaikki kolme läpäisivät. Todistukset on postitettu.',
  },
  faultCode: {
    title: 'Vikakoodi 4127 – {thing}',
    ask: 'Kone näyttää vikakoodia 4127 ja käy puoliteholla. Malli on {thing}. Vika tulee ja menee. Hain lokin, se on liitteenä. Mitä koodi tarkoittaa?',
    answer:
      'Koodi tarkoittaa liian matalaa polttoainepainetta. Lokin mukaan sitä tapahtuu vain kovassa kuormituksessa, joten syynä on luultavasti suodatin tai heikko pumppu. Milloin suodatin on viimeksi vaihdettu?',
    note: 'Lokissa näkyy myös 11,2 volttia käynnistyksessä. Tarkista maadoitus.',
    back: 'Siitä on 300 tuntia. Taitaa olla aika.',
    solution:
      'Uusi suodatin ja puhdistettu maadoituskaapeli ratkaisivat asian. Lokissa ei ole uusia vikoja kolmeen päivään.',
  },
  machineReady: {
    title: 'Milloin {thing} on valmis?',
    ask: 'Toimme koneen teille yli viikko sitten, malli {thing} (työmääräin {ref}). Lupasitte ilmoittaa maanantaina, mutta mitään ei ole kuulunut. Meidän pitää suunnitella loppuviikko.',
    answer:
      'Pahoittelut, ettei tietoa tullut. Odotamme yhtä tiivistettä, ja se saapuu huomenna. Kone on silloin valmis torstaina kello kaksitoista.',
    note: 'Tiiviste on lähetetty pikana. Anna asiakkaalle alennus kuljetuksesta.',
    back: 'Torstaina sen on todella oltava valmis, muuten joudumme vuokraamaan toisen.',
    solution:
      'Kone on valmis ja seisoo pestynä portin 2 luona. Tunnit ovat samalla laskulla, ja odotusajasta on vähennys.',
  },
}
