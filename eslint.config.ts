import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import vue from 'eslint-plugin-vue'

import { importsWithinRooms } from './tools/importsWithinRooms.ts'

export default defineConfigWithVueTs(
  {
    ignores: [
      'dist',
      'coverage',
      'playwright-report',
      'test-results',
      'reports',
      'src/api/generated',
    ],
  },
  vue.configs['flat/recommended'],
  vueTsConfigs.strictTypeChecked,
  {
    plugins: { house: { rules: { 'imports-within-rooms': importsWithinRooms } } },
    rules: {
      eqeqeq: 'error',
      'house/imports-within-rooms': 'error',
      'vue/no-v-html': 'error',
      // TypeScript knows which ones may be left out.
      'vue/require-default-prop': 'off',
      // The formatter decides on these.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // An async function without await stands where a promise is asked for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['src/**'], rules: { 'no-console': 'error' } },
  {
    // One clock and one source of randomness, which a test or a scenario can set.
    files: ['src/mock/**'],
    ignores: ['src/mock/transports/browserSurroundings.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Take the time from the clock.' },
        { object: 'Math', property: 'random', message: 'Take random bytes from outside.' },
        {
          object: 'crypto',
          property: 'getRandomValues',
          message: 'Take random bytes from outside.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Take the time from the clock.',
        },
      ],
    },
  },
  { files: ['**/*.mjs'], extends: [vueTsConfigs.disableTypeChecked] },
)
