import type { TradeTexts } from '../language-texts.ts'

export const machines: TradeTexts<'machines'> = {
  hydraulicLeak: {
    title: 'Hydraulic leak on {thing} – stuck on site',
    ask: 'Our {thing} is losing hydraulic oil at the slew ring. It stands in the middle of the site and blocks two lorries. See the photo.\n\nHow soon can you come?',
    answer:
      'We have a service van nearby and will be with you in an hour and a half. Switch the machine off and put down absorbent meanwhile. Is there power where you are?',
    note: 'Bring a 3/8 hose kit and a seal kit. Last time it was the swivel.',
    back: 'We have a generator. Absorbent is down. Come in by the north gate.',
    solution:
      'The hose to the swivel was chafed through. It has been replaced and fastened better. The machine has run for an hour without leaking.',
  },
  serviceInterval: {
    title: 'Booking the 1,000-hour service',
    ask: 'Our {thing} is getting close to 1,000 hours. Could we have the service in week 12? Preferably here, as we have no trailer that will carry it.',
    answer:
      'Week 12 is fine, Wednesday or Thursday. Allow five hours of standstill. Shall we do the yearly inspection at the same time?',
    note: 'Filter kit is in stock. Put two fitters on it.',
    back: 'Thursday, please. And yes, do the inspection too.',
    solution:
      'The service is done and the inspection passed. The sticker is on the door and the report in the customer portal.',
  },
  sparePart: {
    title: 'Where is the spare part? Order {ref}',
    ask: 'We ordered a pump for our {thing} two weeks ago, order {ref}. It was to take four days. The machine stands still and every day costs us money. What is going on?',
    answer:
      'I can see why you are impatient. The part is held in customs for want of one paper from the factory. I have chased it and will ring you before two.',
    note: 'Lend them the pump from the used machine in the yard? Ask the workshop.',
    back: 'It is half past two and I have heard nothing.',
    solution: 'Sorry that I rang late. The part reached you today, and we are crediting the freight.',
  },
  warrantyClaim: {
    title: 'Warranty: gearbox on {thing}',
    ask: 'The gearbox on our {thing} has begun to snatch in second gear after only 600 hours. We consider this a warranty case. Service book attached, serial number {ref}.',
    answer:
      'The service book looks fine. I have reported it to the factory, and they want an oil sample before they answer. We will collect it tomorrow.',
    note: 'The factory has a recall coming for this gearbox, not public yet.',
    back: 'The sample has been collected. Can we run the machine meanwhile?',
    solution:
      'The factory pays for a new gearbox including labour. It was fitted yesterday, with two new years of warranty.',
  },
  quote: {
    title: 'Quote for hiring a {thing}',
    ask: 'We are to dig a trench for 600 metres of cable in May and need a {thing} for three weeks. Could you quote with and without an operator?',
    answer:
      'Here is the quote with both options. Without an operator, the price assumes that you hold a certificate. Transport both ways is included.',
    note: 'New customer. Credit check done, all in order.',
    back: 'Thank you! We will take it without. Could it come the Friday before?',
    solution:
      'That works, with no extra hire for the weekend. The contract is signed and the machine comes on Friday before lunch.',
  },
  training: {
    title: 'Training for three new operators',
    ask: 'We have taken on three people who will drive a {thing}. Could you give a course here? The one you gave last year was very good.',
    answer:
      'How nice to hear! We have weeks 18 and 20 free. The course takes a day of theory and half a day of practice on your own machine.',
    note: 'Ask which language they want the course material in, one of them is from Lithuania.',
    back: 'Week 18 suits best. English is fine for all of them.',
    solution: 'The course has been held and all three passed. The certificates are in the post.',
  },
  faultCode: {
    title: 'Fault code 4127 on {thing}',
    ask: 'The machine shows fault code 4127 and runs at half power. It comes and goes. I have pulled the log, it is attached. What does the code mean?',
    answer:
      'The code means low fuel pressure. In the log it only happens under heavy load, so it is probably the filter or a weak pump. When was the filter last changed?',
    note: 'The log also shows 11.2 volts at start. Check the earth.',
    back: '300 hours ago. High time, I suppose.',
    solution: 'A new filter and a cleaned earth cable settled it. No new faults in the log for three days.',
  },
  machineReady: {
    title: 'When will the {thing} be ready?',
    ask: 'We left our {thing} with you more than a week ago (work order {ref}). You promised word on Monday, but I have heard nothing. We have the rest of the week to plan.',
    answer:
      'I am sorry that nobody told you. We are waiting for one seal, which comes tomorrow. The machine will be ready on Thursday at twelve.',
    note: 'The seal is on its way by express. Give the customer a discount on the transport.',
    back: 'It really must be ready on Thursday, or we have to hire another.',
    solution:
      'The machine is ready and stands washed at gate 2. The hours are on the same invoice, less something for the wait.',
  },
}
