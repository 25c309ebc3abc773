import type { TradeTexts } from '../language-texts.ts'

export const municipality: TradeTexts<'municipality'> = {
  schoolTablet: {
    title: 'Broken screen on a pupil’s tablet',
    ask: 'A pupil in year 6 dropped the tablet on the floor and the screen has shattered in one corner. It still works, but the edges are sharp. The label says {ref}. Photo attached.',
    answer:
      'Take the tablet out of use, so that nobody gets cut. We have one ready to lend. Could it be collected at the school office tomorrow after ten?',
    note: 'Within the agreement: one screen per pupil per year.',
    back: 'That is fine. The pupil asks whether his photos will be lost?',
    solution:
      'The photos are in the cloud and return when he signs in. The repaired tablet was handed in at the office today.',
  },
  newEmployee: {
    title: 'Access for a new colleague from Monday',
    ask: 'A new case officer starts on Monday. She needs a laptop, e-mail, access to {thing} and an entry card. We ordered two weeks ago, but I have had no confirmation.',
    answer:
      'The order was waiting for her manager’s approval. It has been approved now. The laptop will be ready on Thursday, and access opens on Monday at seven.',
    note: 'Entry card is made at the service desk. Remember a photo.',
    back: 'Splendid! Where does she collect the card?',
    solution: 'At the service desk from eight o’clock. She should bring identification. A warm welcome to her!',
  },
  vpnHome: {
    title: 'Working from home: connection keeps dropping',
    ask: 'When I work from home the connection drops every quarter of an hour and I have to sign in to {thing} again. At the office all is well. The network at home works fine otherwise.',
    answer:
      'The laptop is probably switching between two wireless networks. Try forgetting the guest network and restart the VPN. Write down the time when it happens next, and we will find it in the log.',
    note: 'The client on the laptop is two versions old. Queue it for an update.',
    back: 'It happened at 10:42 and 11:03 today, although I only have one network.',
    solution:
      'We found an old VPN client on the laptop and updated it remotely. The connection has held since yesterday.',
  },
  printerQueue: {
    title: 'Nothing comes out of the second-floor printer',
    ask: 'The printer by the copy room on the second floor accepts jobs but prints nothing. Seven of us are waiting for papers for the meeting at twelve.',
    answer:
      'A large job had blocked the queue. I have removed it and the queue is moving again. Did anything come out?',
    note: '400-page PDF from planning. Ask them to use the print room.',
    back: 'Now it does, but with stripes on every page.',
    solution: 'We have changed the drum and the test page is clean. Your papers are on the shelf.',
  },
  lockedOut: {
    title: 'Account locked, cannot get in',
    ask: 'I have been on leave and cannot sign in. It says that the account is locked. I am teaching at nine and need {thing} for it.',
    answer:
      'The account was blocked because the password expired while you were away. Give us a ring, and we will confirm who you are and open it at once.',
    note: 'Do not open on e-mail alone. Ring back on the number in the staff system.',
    back: 'I rang and got a new password. But now it asks for a code that I do not have.',
    solution:
      'Your phone is registered again for one-time codes, and we tried signing in together. Good luck with the lesson!',
  },
  meetingRoom: {
    title: 'Meeting-room screen is black',
    ask: 'The screen in meeting room Curlew shows no picture when we connect. Sound works. We have tried three laptops and two cables. There is a council group in there on Wednesday.',
    answer:
      'Then it will be the box under the table. We will look at it today after two. Until then you may use the room next door.',
    note: 'The box overheats, no air behind the panel.',
    back: 'Good. The room is free for the rest of the day.',
    solution:
      'The box has been replaced and we made room for air behind the panel. Picture and sound are tested with cable and wireless.',
  },
  careSystemSlow: {
    title: '{thing} is unusably slow at the care home',
    ask: 'It takes more than a minute to open a resident’s record in {thing}. It is the medicine round now and the nurses have to write on paper. This is the third day running. You must do something!',
    answer:
      'We see it in our measurements too and have put it at the top of the list. The supplier is on it. Use the fallback routine for medicines meanwhile; we will ring you within half an hour.',
    note: 'The supplier’s database is at 100%. The night job never stopped. Tell the duty officer.',
    back: 'It is a little better, but still slow on two of the wards.',
    solution:
      'The supplier stopped a job that hung, and response times are normal on all wards. We are watching round the clock for the rest of the week.',
  },
  webForm: {
    title: 'Cannot send the nursery application',
    ask: 'When I press “send” there is only a red frame and no explanation. I have filled in everything. The deadline is today! Screenshot attached.',
    answer:
      'You will not lose the place because of us. I have noted that you tried in time. The fault concerns children with a hyphen in their name. Try a space instead.',
    note: 'Fault in the form since the last update. Four families affected.',
    back: 'That worked! But now his name is wrong. Will it be corrected?',
    solution:
      'The name is corrected in the application, and the form accepts hyphens again. You have a receipt by e-mail.',
  },
  archiveAccess: {
    title: 'Access to old planning cases in {thing}',
    ask: 'I am new in planning and cannot see cases from before 2015 in {thing}. My colleague can. May I have the same access?',
    answer:
      'The oldest cases are in an archive of their own with stricter access. Your manager has to approve it. I have just sent her the question.',
    note: 'Approved by word of mouth, waiting for it in writing.',
    back: 'She says that she approved it today.',
    solution: 'Access has been added. Sign out and in again and you will see the whole archive.',
  },
}
