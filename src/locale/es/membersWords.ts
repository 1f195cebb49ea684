import type { MemberRole } from '../../domain/rhythm/series';
import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('es');

/** A series and who takes part in it, in Spanish. */
export function membersWordsEs(f: Format) {
  const roles: Readonly<Record<MemberRole, string>> = {
    key: 'Persona clave',
    optional: 'Opcional',
    informed: 'Recibe el acta',
  };
  return {
    series: {
      title: 'Serie',
      summary: (kind: 'weekly' | 'monthly', minutes: number, times: number) =>
        `${kind === 'weekly' ? 'Semanal' : 'Mensual'} · ${f.minutes(minutes)} · ${count(times, 'sesión', 'sesiones')}`,
      kind: 'Ritmo',
      weekly: 'Semanal',
      monthly: 'Mensual',
      minutes: 'Minutos (15 a 60)',
      times: 'Sesiones',
      every: (kind: 'weekly' | 'monthly'): string =>
        kind === 'weekly' ? 'Cada cuántas semanas' : 'Cada cuántos meses',
      from: 'Primera semana (desde)',
      pastWeek: (earliest: string, kept: string) =>
        `Esa semana ya pasó: elegir desde el ${earliest}. Sigue el ${kept}.`,
      name: 'Título',
      language: 'Idioma de la invitación',
      spanish: 'Español',
      english: 'Inglés',
      pauses: 'Pausas',
      known: 'Seguir con una serie',
      none: 'Una serie nueva',
      change: 'Cambiar la serie',
    },
    areas: {
      title: 'Áreas',
      firstText: 'Quién participa y dónde trabaja.',
      summary: (
        areas: readonly { readonly name: string; readonly people: number; readonly quorum: number }[],
      ) => {
        const people = f.list(areas.map(({ name, people: n }) => `${name} ${n}`));
        const [first] = areas;
        const same = areas.every(({ quorum }) => quorum === first?.quorum);
        const least = same
          ? `${first?.quorum ?? 0}`
          : areas.map(({ name, quorum }) => `${name} ${quorum}`).join(', ');
        return `${people}, mínimo ${least}`;
      },
      change: 'Cambiar las áreas',
      members: (area: string) => `Integrantes de ${area}`,
      find: 'Buscar horario',
      suggested: 'Sugerencias',
      addTo: (person: string, area: string) => `Añadir a ${person} en ${area}`,
      person: (area: string) => `Añadir a ${area}: nombre`,
      personHint: 'Escribir un nombre',
      searching: 'Buscando…',
      found: (n: number) =>
        n === 0 ? 'Nadie con ese nombre' : count(n, 'persona encontrada', 'personas encontradas'),
      already: 'Ya está entre los integrantes',
      nobodyYet: 'Todavía no hay nadie',
      details: (person: string) => `Detalles de ${person}`,
      role: (person: string) => `Papel de ${person}`,
      roles,
      standIn: 'Suplente de',
      noStandIn: 'De nadie',
      standsInFor: (person: string) => `suplente de ${person}`,
      site: 'Sede',
      moveTo: (area: string) => `Pasar a ${area}`,
      outsider: 'de fuera',
      quorum: (area: string) => `Mínimo de ${area}`,
      hours: 'Horas de trabajo propias',
      hoursHint: 'Así: 9:00-14:00, 15:00-18:00. Vacío: no trabaja.',
      hoursWrong: 'No se entiende. Escribir así: 9:00-14:00, 15:00-18:00',
      ownHours: 'Escribir las horas a mano',
      defaultHours: 'Usar las de la sede y el buzón',
      more: (area: string) => `Horas y periodos protegidos de ${area}`,
      protected: 'Horas protegidas',
      periods: 'Periodos protegidos',
      weekday: 'Día',
      from: 'Desde',
      until: 'Hasta',
      lastDay: 'Último día',
      label: 'Nombre',
      addProtected: 'Añadir horas protegidas',
      addPeriod: 'Añadir periodo',
      sites: 'Sedes',
      siteHours: 'Horas de trabajo',
      city: 'Ciudad',
      zone: 'Zona horaria',
      country: 'País',
      region: 'Región',
      wholeCountry: 'Todo el país',
      holidays: 'Festivos (marcados: se trabaja)',
      closedDays: 'Días en que la empresa cierra',
      halfDays: 'Medios días',
      addDay: 'Añadir día',
      addSite: 'Añadir sede',
      newCity: 'Nueva sede',
      place: {
        site: 'Las áreas se guardan en el sitio del equipo: las dos las ven.',
        appFolder: 'Las áreas se guardan en tu carpeta de Cadencia: por ahora solo tú las ves.',
        mailbox: 'Las áreas se guardan en tu buzón: por ahora solo tú las ves.',
      },
    },
  };
}

export type MembersWords = ReturnType<typeof membersWordsEs>;
