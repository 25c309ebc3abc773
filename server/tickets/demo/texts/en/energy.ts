import type { TradeTexts } from '../language-texts.ts'

export const energy: TradeTexts<'energy'> = {
  meterReading: {
    title: 'Electricity bill does not match the meter',
    ask: 'Bill {ref} shows almost twice what the meter says. I have taken a photo of the display. Could you check this before it falls due?',
    answer:
      'Thank you for the photo. The bill is an estimate, because the meter has sent no data for eleven days. I have put it on hold while we get the right reading.',
    note: 'The meter lost its signal when a garage was built. Order an aerial.',
    back: 'That may be so, we built a garage in the autumn. Do I need to do anything?',
    solution:
      'Nothing at all. A new bill with the right reading has been sent, and a fitter will put up an aerial outside next week.',
  },
  movingOut: {
    title: 'Moving on the 1st of next month',
    ask: 'We move on the first of next month and want to end the supply at the old address. Can we take the {thing} agreement with us to the new flat?',
    answer:
      'You can. I need the new address and the meter number, which is on the box in the fuse cupboard. Do you know who moves in after you?',
    note: 'The new address is a shared building. Check whether the metering is common.',
    back: 'The meter number is {ref}. The new owners take over the same day.',
    solution:
      'All set: the agreement moves with you, and the final bill for the old place comes in the middle of the month. Good luck with the move!',
  },
  powerCut: {
    title: 'We have no power',
    ask: 'The power went an hour ago, but the neighbours have light. All fuses are on. We have a baby in the house and it gets cold quickly. Can you send somebody?',
    answer:
      'A fitter is on the way. It is probably the main fuse before the meter. Do not open it yourself. The fitter will ring you ten minutes before arriving.',
    note: 'Crew 2 has left. Old service line, check the joint.',
    back: 'He is here now. Thank you so much, that was quick!',
    solution:
      'It was a loose clamp where the line comes in. It is tight now, and everything measured as it should. We will replace the whole line in spring at no cost to you.',
  },
  solarPanels: {
    title: 'Solar panels and selling the surplus',
    ask: 'We are thinking of solar panels on the roof. How do we register, and what do you pay for the power we do not use ourselves? We are on {thing} today.',
    answer:
      'How exciting! The installer registers the system, and from then the meter reads both ways. We pay the spot price hour by hour. Send us your yearly use and we will work it out.',
    note: 'Perhaps interested in a battery too. Ring after Easter.',
    back: 'We use about 18,000 kWh a year, most of it in winter.',
    solution:
      'The sums are in the e-mail. In short: an 8 kW system covers about a third of what you use. Tell us when you have chosen an installer.',
  },
  charger: {
    title: 'Car charger blinks red',
    ask: 'The charger we bought from you last year blinks red and will not charge. The serial number is {ref}. I have switched the fuse off and on.',
    answer:
      'Three red blinks mean an earth fault, five mean that it has lost the network. How many do you see between the pauses?',
    note: 'Warranty until 2027. This series has had damp in the plug.',
    back: 'Three. It rained heavily last night, if that matters.',
    solution:
      'There was damp in the plug. The fitter replaced it under warranty and sealed the cable. The charger works again.',
  },
  directDebit: {
    title: 'Direct debit instead of invoices',
    ask: 'I keep forgetting to pay on time and would like to pay by direct debit. The number on the last invoice is {ref}. How do I do that?',
    answer:
      'The easiest way is to approve it in your online bank: look us up and use your customer number. We are waiving last month’s reminder fee this time.',
    note: 'Fee removed. Second time this year.',
    back: 'Thank you, that is kind! I have set it up now.',
    solution: 'The agreement is registered. The next bill is drawn on the due date, and you will be told a week ahead.',
  },
  appSignIn: {
    title: 'Cannot get into the app after changing phones',
    ask: 'I have a new phone and the app says that the device is not approved. I cannot follow my use. What do I do?',
    answer:
      'The app has to be tied to the new phone. Choose “new device” at the bottom of the sign-in page and confirm with your bank identity. Which phone do you have?',
    note: 'Known fault in the last version of the app on new phones.',
    back: 'It is a brand new model. The button is grey when I get there.',
    solution: 'Update the app to yesterday’s version and the button turns blue. We saw you get in a moment ago. Good!',
  },
  highUse: {
    title: 'Why do we use so much power?',
    ask: 'We have changed to a heat pump and turned the temperature down, yet we use more than last year. The agreement is {thing}. The overview is attached. Something must be wrong at your end.',
    answer:
      'I have looked at the hourly figures. You use a steady 2 kW even at night, and that tends to be hot water or a heating cable. Do you have heating cables outside?',
    note: 'Meter is fine, it was checked last year.',
    back: 'Yes, in the drive! It should only run when there is snow.',
    solution:
      'Then we have the culprit. Since you turned it off, your use at night has dropped to 0.4 kW. You will notice on the next bill.',
  },
}
