/** What helps where a session or a consent is missing. It loads with the first that is. */
export const signInWordsEs = {
  consent:
    'Si la ventana no deja aceptarlo, pedírselo con este enlace a quien administra Microsoft 365: concede el permiso a toda la organización.',
  administrator:
    'Solo lo puede conceder quien administra Microsoft 365. Pedírselo con este enlace: vale para toda la organización.',
  declined:
    'El permiso se rechazó en la ventana. Se puede aceptar al intentarlo otra vez, o pedirse con este enlace a quien administra Microsoft 365.',
  blocked:
    'El navegador bloqueó la ventana de inicio de sesión. Permitir las ventanas emergentes de esta página e intentarlo otra vez.',
  proof: 'La organización pide confirmar otra vez la identidad. Se confirma al iniciar sesión.',
  policy:
    'Las normas de la organización no dejan entrar desde este dispositivo o lugar. Usar un dispositivo de la empresa, o preguntar a quien administra Microsoft 365.',
  wrongTenant:
    'Esta cuenta es de otra organización. Iniciar sesión con la cuenta de la organización que usa Cadencia.',
  goOn: 'Lo demás sigue funcionando sin este permiso.',
  copy: 'Copiar enlace',
  copied: 'Enlace copiado',
  notCopied: 'Aquí no se puede copiar con el botón. Seleccionar el enlace y copiarlo a mano.',
};

export type SignInWords = typeof signInWordsEs;
