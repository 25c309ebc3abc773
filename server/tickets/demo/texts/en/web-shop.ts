import type { TradeTexts } from '../language-texts.ts'

export const webShop: TradeTexts<'webShop'> = {
  parcelMissing: {
    title: 'Parcel has not arrived, order {ref}',
    ask: 'Tracking says the parcel was delivered on Tuesday, but there is nothing in the letterbox and the neighbours have not seen it. It was a {thing} for a birthday on Saturday.\n\nWhat do we do now?',
    answer:
      'How annoying. I have reported the parcel missing to the carrier and asked them to speak to the driver. Is there a shed or garage where it may have been left?\n\nWe will find a way before Saturday in any case.',
    note: 'This driver has misdelivered in the same street before. Send a new one tomorrow if we hear nothing.',
    back: 'I have looked everywhere. No garage here. Best if you just send another.',
    solution:
      'Another one left today, to your door on Friday. Should the first turn up, keep the return label and send it back when it suits you.',
  },
  wrongSize: {
    title: 'Exchange for another size: {thing}',
    ask: 'I bought a {thing} in medium, but it is too tight across the shoulders. Can I change it for a large? It has only been tried on indoors and the tags are still on.\n\nOrder {ref}.',
    answer:
      'Of course. We have a large in the same colour and are putting one aside for you. You will get a return label by e-mail, and the new one goes out as soon as the carrier has scanned the old one.',
    note: 'Last large in blue. Reserved.',
    back: 'Great, I dropped it off today.',
    solution:
      'The new one is on its way and will be with you in two to three days. Tell us if that does not fit either.',
  },
  refundLate: {
    title: 'Where is my money?',
    ask: 'I returned a {thing} more than three weeks ago (order {ref}) and still have not been paid back. This is the third time I write. I am getting rather tired of it.',
    answer:
      'I quite understand, and I am sorry. Your return has been registered, but the payment stopped because the card has been replaced. Is there an account we can pay to? Please phone that in, so that you need not send it by e-mail.',
    note: 'Third contact. The first was closed by mistake. Refund the postage.',
    back: 'Yes, I did get a new card. I have just phoned the number in.',
    solution:
      'The money was transferred today and will be in your account tomorrow. We have refunded the postage as well. Thank you for your patience.',
  },
  brokenZip: {
    title: 'Zip broken after two months',
    ask: 'The zip on my {thing} has broken after only two months. See the photo. I take it that this is covered by my right to complain.\n\nThe order number is {ref}.',
    answer:
      'It is. A zip should not go that soon. You may choose whether we repair it, which takes about ten days, or send you a new one.',
    note: 'Fourth one from this series. Tell the supplier.',
    back: 'A new one then, please. I am going hiking next week.',
    solution:
      'A new one left today. No need to return the old one, but please cut off the label and send us a photo of it.',
  },
  passwordReset: {
    title: 'No e-mail with a new password',
    ask: 'I have pressed “forgotten password” five times, but no e-mail comes. I have looked in the spam folder too. Can you help me in?',
    answer:
      'Your account is registered under another address than the one you are writing from. Could it be that you used your work address the first time you ordered?',
    note: 'Never give out the other address. The customer has to say it.',
    back: 'Yes, that was it! I have left that job. Can you change it to this address?',
    solution:
      'The address has been changed, now that you have answered the questions over the phone. Press “forgotten password” once more and the e-mail will come.',
  },
  discountCode: {
    title: 'Discount code does not work',
    ask: 'I got a discount code for signing up to the newsletter, but the checkout says that it is not valid. I want to buy a {thing}.',
    answer:
      'The code does not apply to things already reduced, and what you are looking at is on offer until the end of the week. So you get the lowest price without the code.',
    note: 'The checkout’s wording is poor. Pass it on to those who build the shop.',
    back: 'I see. Can I keep the code for later?',
    solution: 'Yes, it is valid for the rest of the year. Enjoy!',
  },
  changeAddress: {
    title: 'Wrong delivery address on order {ref}',
    ask: 'I have just noticed that order {ref} is going to my old address. Can you change it before it is sent? The new one is in my profile now.',
    answer:
      'The parcel is packed but not collected yet. I have stopped it and am printing a new label. Is the address in your profile right, the floor too?',
    note: 'The parcel is on shelf 4 with a yellow note.',
    back: 'The address is right, third floor. Thanks for the quick help!',
    solution:
      'The new label is on and the parcel left on the three o’clock van. You can follow it with the same tracking number.',
  },
  receipt: {
    title: 'Receipt needed for order {ref}',
    ask: 'Our accounts lack a receipt for order {ref}. Could you send it with our company number on it? The VAT return is due on Friday.',
    answer:
      'Here is the receipt with your company name and number. We have added them to your account, so next time they come by themselves.',
    note: 'Business customer. Ask whether they want a monthly invoice.',
    back: 'Received, thank you! Could we have one invoice a month instead?',
    solution: 'Arranged from next month. The invoice will arrive electronically on the first working day.',
  },
  backInStock: {
    title: 'Is the {thing} coming back?',
    ask: 'Do you know when the {thing} will be back in stock? I have been waiting since autumn. The colour matters less.',
    answer:
      'We expect a batch in two to three weeks, in green and grey. Shall I put one aside for you? No obligation whatever.',
    note: 'The batch is delayed at the factory, promise no date.',
    back: 'Yes, a green one please.',
    solution:
      'It has arrived. The link to your reserved item is in the e-mail you got today and stays valid for five days.',
  },
  doubleCharge: {
    title: 'Charged twice for order {ref}',
    ask: 'You have charged my card twice for one order, {ref}. The bank statement is attached. Please pay one of them back as soon as you can.',
    answer:
      'Thank you for the statement. One of them is a reservation that was left when the payment broke off halfway. I have deleted it on our side. The bank usually takes two working days.',
    note: 'Same fault in the payment service for three others last night.',
    back: 'It is still there, and now it has been three days …',
    solution:
      'We phoned the payment provider, who removed the reservation while we waited. It should be gone from your online bank now.',
  },
}
