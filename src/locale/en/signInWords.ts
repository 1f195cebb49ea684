import type { SignInWords } from '../es/signInWords';

export const signInWordsEn: SignInWords = {
  consent:
    'If the window does not let you accept it, ask your Microsoft 365 administrator with this link: it gives the permission for the whole organisation.',
  administrator:
    'Only your Microsoft 365 administrator can give it. Ask them with this link: it holds for the whole organisation.',
  declined:
    'The permission was declined in the window. It can be accepted with another try, or your Microsoft 365 administrator can give it with this link.',
  blocked: 'The browser blocked the sign-in window. Allow pop-ups for this page and try again.',
  proof: 'The organisation wants you to confirm once more that it is you. Signing in does that.',
  policy:
    'The organisation’s rules do not let this device or place in. Use a company device, or ask your Microsoft 365 administrator.',
  wrongTenant:
    'This account belongs to another organisation. Sign in with the account of the organisation that uses Cadencia.',
  goOn: 'Everything else works without this permission.',
  copy: 'Copy link',
  copied: 'Link copied',
  notCopied: 'The button cannot copy here. Select the link and copy it by hand.',
};
