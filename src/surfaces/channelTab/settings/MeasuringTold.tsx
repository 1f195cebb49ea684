import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { balanceWordsIn } from '../../../locale/balanceWordsIn';
import { WhatIsMeasured } from '../../shared/WhatIsMeasured';
import type { PartProps } from '../partProps';
import { namesIn } from '../rhythm/rhythmNames';
import { useRhythmStyles } from '../rhythm/rhythmStyles';

/** The screen of plain words, opened in place. */
export function MeasuringTold(props: PartProps) {
  const shared = useRhythmStyles();
  const [open, setOpen] = useState(false);
  const { view, locale } = props;
  const { mode, since, cap, alone } = view.measuring;
  const named = namesIn(props);
  return (
    <>
      <div>
        <Button
          size="small"
          className={shared.small}
          aria-expanded={open}
          onClick={() => setOpen((before) => !before)}
        >
          {balanceWordsIn(locale).title}
        </Button>
      </div>
      {open && (
        <div className={shared.card}>
          <WhatIsMeasured
            measuring={{ mode, since, cap, alone: alone.map((area) => named.area(area)) }}
            zone={view.zone}
            locale={locale}
            level={3}
            close={() => setOpen(false)}
          />
        </div>
      )}
    </>
  );
}
