// What the compiler cannot see: clocks, randomness, literal text on screen, dates formatted outside locale.
import tseslint from 'typescript-eslint';

const NOW = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: '"Now" is a value: take it from the Clock port (app/ports/clock.ts).',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: '"Now" is a value: take it from the Clock port (app/ports/clock.ts).',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Randomness is a value: take it from the Ids port (app/ports/clock.ts) or pass a seed.',
  },
];
const TEXT = [
  {
    selector: 'JSXText[value=/[A-Za-zÀ-ÿ]/]',
    message: 'No literal text in JSX: add a word to src/locale (demo: its own table).',
  },
  {
    selector:
      'JSXAttribute[name.name=/^(label|title|placeholder|alt|aria-label|aria-description)$/] > Literal[value=/[A-Za-zÀ-ÿ]{2}/]',
    message: 'No literal text in JSX: add a word to src/locale (demo: its own table).',
  },
];
const FORMAT = [
  {
    selector:
      "MemberExpression[object.name='Intl'][property.name=/^(DateTimeFormat|NumberFormat|RelativeTimeFormat|ListFormat|PluralRules)$/]",
    message: 'Dates, numbers and lists are formatted in src/locale only.',
  },
  {
    selector: 'MemberExpression[property.name=/^toLocale(Date|Time)?String$/]',
    message: 'Dates, numbers and lists are formatted in src/locale only.',
  },
];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '**/generated/**'] },
  {
    files: ['src/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      'max-lines': ['error', { max: 400 }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname + '/..' },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  { files: ['src/**/*.{ts,tsx}'], rules: { 'no-restricted-syntax': ['error', ...NOW, ...TEXT, ...FORMAT] } },
  // Formatting lives here; zone arithmetic may ask Intl for names.
  { files: ['src/locale/**'], rules: { 'no-restricted-syntax': ['error', ...NOW, ...TEXT] } },
  // Composition roots, the demo tenant and tools are where clock and randomness enter.
  {
    files: ['src/entries/**', 'src/demo/**', 'src/server/**'],
    rules: { 'no-restricted-syntax': ['error', ...TEXT, ...FORMAT] },
  },
  { files: ['src/tools/**'], rules: { 'no-restricted-syntax': 'off', 'no-console': 'off' } },
  { files: ['tests/**'], rules: { 'max-lines': ['error', { max: 600 }], 'no-restricted-syntax': 'off' } },
);
