// Only to be weighed: the panel with everything that must arrive before it draws.
import { createRoot } from 'react-dom/client';
import { createLocale } from '../../../src/locale/createLocale';
import { createMeetingLocale } from '../../../src/locale/meetingLocale';
import { MeetingPanel } from '../../../src/surfaces/panel/MeetingPanel';

const place = document.getElementById('meeting');
if (place)
  createRoot(place).render(
    <MeetingPanel
      desk={undefined}
      locale={createMeetingLocale(createLocale('es-ES'))}
      theme={{ get: () => 'light', subscribe: () => () => undefined }}
    />,
  );
