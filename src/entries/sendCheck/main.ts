import { readProperty } from '../../app/planning/itemProperty';
import { readKeyPeople } from '../../app/planning/keyPeople';
import { sendWarnings } from '../../domain/agenda/beforeSending';
import { readOutgoing, type OutgoingItem } from '../../hosts/outlook/sendCheck';
import { wordSendWarnings } from '../../locale/sendWording';

// The check at sending. Outlook runs this file in a page without anything on it or, classic on Windows, without a page:
// there Office.onReady is never called, so the function is bound as soon as the file is read. It may be wrong, so it
// only asks; and whatever goes wrong in it lets the invitation go.

function checkBeforeSending(event: Office.MailboxEvent): void {
  let said = false;
  const complete = (options: Office.SmartAlertsEventCompletedOptions) => {
    if (said) return;
    said = true;
    event.completed(options);
  };
  const allow = () => complete({ allowEvent: true });
  try {
    readOutgoing(
      Office,
      (item) => {
        const errorMessage = messageOf(item);
        if (errorMessage === '') allow();
        else complete({ allowEvent: false, errorMessage });
      },
      allow,
    );
  } catch {
    allow();
  }
}

function messageOf({ property, ...item }: OutgoingItem): string {
  const { series, keys } = readProperty(property);
  const warnings = sendWarnings({ ...item, ofSeries: series !== undefined, areas: readKeyPeople(keys) });
  return wordSendWarnings(warnings, Office.context.displayLanguage);
}

Office.actions.associate('checkBeforeSending', checkBeforeSending);

// In a page Office.js asks its host for nothing before somebody waits for it (1.1.110); where there is no page it may lack this.
try {
  void Office.onReady();
} catch {
  // The function is bound, and that is all that is needed there.
}
