// Windows names of time zones and the IANA names behind them, by territory; from Unicode CLDR.

/** `{ "Romance Standard Time": "001 Europe/Paris,ES Europe/Madrid Africa/Ceuta" }`: territories, each with its zones. */
export function windowsZones(require) {
  const { mapTimezones } = require('cldr-core/supplemental/windowsZones.json').supplemental.windowsZones;
  const territories = new Map();
  const nameOfZone = new Map();
  for (const { mapZone } of mapTimezones) {
    const { _other: name, _territory: territory } = mapZone;
    const zones = mapZone._type.trim().split(/\s+/);
    territories.set(name, [...(territories.get(name) ?? []), [territory, ...zones].join(' ')]);
    for (const zone of zones) {
      const other = nameOfZone.get(zone) ?? name;
      if (other !== name) throw new Error(`${zone} is both ${other} and ${name}: the way back is not unique`);
      nameOfZone.set(zone, name);
    }
  }
  const table = Object.fromEntries([...territories].sort().map(([name, list]) => [name, list.join(',')]));
  return new Map([['windowsZones.json', `${JSON.stringify(table, undefined, 1)}\n`]]);
}
