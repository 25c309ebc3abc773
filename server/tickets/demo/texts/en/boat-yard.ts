import type { TradeTexts } from '../language-texts.ts'

export const boatYard: TradeTexts<'boatYard'> = {
  engineWontStart: {
    title: 'Engine will not start – {thing}',
    ask: 'We launched on Saturday and now the engine will not start. The boat is a {thing}. The starter turns over, but it never fires. The batteries are new and read 12.7 volts.\n\nAny chance you could look at it this week? We had planned a trip at the weekend.',
    answer:
      'It sounds as if it is not getting fuel. Try bleeding the system with the hand pump until it goes hard, and check that the tap on the tank was opened again after the winter.\n\nIf that does not help, we can come down to the jetty on Thursday morning.',
    note: 'Same boat had air in the diesel filter last year. Bring a filter kit and hose clips.',
    back: 'The pump never goes hard, however long I keep at it. Thursday is fine, the key is with the harbour office.',
    solution:
      'It starts at the first attempt now. A cracked hose before the primary filter was drawing air. We replaced the hose and filter and ran it for ten minutes.',
  },
  winterStorage: {
    title: 'Winter storage for a {thing}',
    ask: 'What would it cost to keep a {thing} in winter storage with you, October to April? Preferably indoors, but outside under cover would do.\n\nWhat is included, and do I have to take the mast down myself?',
    answer:
      'We have a space indoors in shed B. The price goes by length times beam, and lifting out, washing and launching are included. We take the mast down for a fixed extra.\n\nSend us the length and beam overall and you will have a quote today.',
    note: 'Shed B is full for anything over 32 feet. Check the draught before we promise a space.',
    back: 'She is 9.20 long and 2.85 wide. I would like the indoor space, please.',
    solution: 'Your space in shed B is reserved from 6 October. We will write a week before we lift her out.',
  },
  gelcoatDamage: {
    title: 'Gelcoat damage after a collision',
    ask: 'Somebody has run into my boat at the visitors’ jetty. There is a gouge in the gelcoat on the port side, about 20 cm long. Photo attached.\n\nWhat will the repair cost, and can you send the price to the insurers? The claim number is {ref}.',
    answer:
      'Thank you for a clear photo. The laminate underneath looks sound, but we need to tap it to be sure. Could you bring her round? It takes a quarter of an hour.\n\nWe will send the estimate straight to the insurers with the claim number.',
    note: 'Colour code is in the 2021 folder. Allow four hours plus polishing.',
    back: 'I will come by on Monday after work, if that suits.',
    solution:
      'The insurers accepted the estimate, and the damage is repaired and polished. You can collect her whenever you like.',
  },
  antifouling: {
    title: 'Antifouling and spring polish – {thing}',
    ask: 'I would like to book antifouling and a hull polish before the season. The boat is a {thing}, ashore in your yard.\n\nCould she be ready by 1 May?',
    answer:
      'That will work. We have put you down for week 16. Would you like the same antifouling as last year, or a harder one? The hard one lasts longer but costs a little more.',
    note: 'Customer complained of drips last year. One more round along the waterline.',
    back: 'The hard one, please. And change the anodes while you are at it.',
    solution:
      'She is done: two coats of antifouling, new anodes and a polished hull. Tell us which day we should launch her.',
  },
  storageInvoice: {
    title: 'Wrong amount on invoice {ref}',
    ask: 'On invoice {ref} you have charged me for both winter storage and electricity, but I have not had any power connected at all. Could you look into it?\n\nThe invoice is attached.',
    answer:
      'Thank you for telling us. I am checking the power list against your space and will get back to you today. You need not pay until this is settled.',
    note: 'The power belongs to the space next door. Credit the whole line.',
    back: 'Good, I will hold the payment until then. Let me know when to expect a new one.',
    solution:
      'You were right: the power was for the space next to yours. We have sent a credit note and a new invoice. Sorry for the trouble.',
  },
  bilgePump: {
    title: 'Boat taking in water – urgent!',
    ask: 'The bilge pump on my {thing} is running all the time and there is water above the floorboards. I am on my way but live an hour off.\n\nCan one of you have a look now?',
    answer: 'We are going down with a second pump at once. Is she locked, and where is the main switch?',
    note: 'Conor is on his way down with a pump. Check the stern gland first.',
    back: 'The key hangs under the cockpit bench. The main switch is to the left of the steps. Thank you so much!',
    solution:
      'She is dry. The water came from a loose hose on the raw-water filter. We fitted new clips and will leave the pump in place until tomorrow to be on the safe side.',
  },
  chartplotter: {
    title: 'Chartplotter hangs after the update',
    ask: 'Since I updated the chartplotter it restarts every ten minutes. The charts were bought from you, order {ref}.\n\nHas anyone else reported this?',
    answer:
      'Yes, we have seen it on a couple of others. The maker released a new version today. Put it on an empty memory card, insert the card and start with the button held in for five seconds.',
    note: 'Only units from before 2022. There are two prepared memory cards in the drawer.',
    back: 'The new version is in, but the charts are gone. Do I have to buy them again?',
    solution:
      'You do not. Sign in to your account with the chart supplier and choose “restore purchases”, and they will come back. We have sent you the code.',
  },
  sailRepair: {
    title: 'Mainsail repair',
    ask: 'The mainsail has torn along the leech, about half a metre. Is a sail from 2012 worth repairing, or should I buy a new one?\n\nThe boat is a {thing}.',
    answer:
      'If the cloth is soft elsewhere and not discoloured, a repair will hold for some years yet. Bring the sail in and we will look at it together. No charge.',
    note: 'The sailmaker is in on Tuesdays and Thursdays.',
    back: 'I will bring it on Thursday, then.',
    solution: 'The sail is stitched, and we reinforced the lower corner too. It is ready for you in the shop.',
  },
  berth: {
    title: 'A berth from this summer?',
    ask: 'We have just moved here and bought a {thing}. Do you have a free berth from June, and how long is the waiting list?\n\nWe need a width of 3.5 metres.',
    answer:
      'Welcome! Right now there is one 3.5-metre berth on jetty C, free from 15 June, with power and water. If you want it, I will hold it for you until the end of the week.',
    note: 'Berth C14. The owner gives notice once the boat is sold.',
    back: 'Yes please, we will take it! What do you need from us?',
    solution:
      'The agreement has gone out by e-mail for signing. Once it is back, you will get a gate code and your berth number.',
  },
}
