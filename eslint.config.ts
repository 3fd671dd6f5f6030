import path from 'node:path'

import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import vue from 'eslint-plugin-vue'

import {
  bareStrings,
  foreignTexts,
  sentenceSyntax,
  templateTextSyntax,
  textFolders,
} from './tools/lint/bareText.ts'
import {
  blockableGlobals,
  blockableImports,
  blockableProperties,
  guardModules,
} from './tools/lint/blockableFeatures.ts'
import { restrictedPaths } from './tools/lint/layers.ts'
import {
  clockSyntax,
  dayAndOrderSyntax,
  daySyntax,
  pageActionSyntax,
  pagingSyntax,
  wholeListModules,
} from './tools/lint/restrictedSyntax.ts'

/** Tests and scenarios set the clock and the source of randomness, so the mock must use only those. */
const ambientProperties = [
  { object: 'Date', property: 'now', message: 'Use the injected clock.' },
  { object: 'Math', property: 'random', message: 'Use the injected randomBytes.' },
  { object: 'crypto', property: 'getRandomValues', message: 'Use the injected randomBytes.' },
]

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
    rules: {
      eqeqeq: 'error',
      'vue/no-v-html': 'error',
      'vue/no-bare-strings-in-template': ['error', bareStrings],
      'vue/no-restricted-syntax': ['error', ...templateTextSyntax],
      // Styles that several components share are in src/app/styles, or in a style sheet of their feature.
      'vue/enforce-style-attribute': ['error', { allow: ['scoped', 'module'] }],
      'vue/no-restricted-static-attribute': [
        'error',
        ...[
          { key: 'size', value: '/^(?!small$)/', element: 'VBtn' },
          { key: 'height', element: 'VBtn' },
        ].map((attribute) => ({
          ...attribute,
          message: 'A button is 40 px high, or 32 px with size="small".',
        })),
      ],
      // The TypeScript types say which props are optional.
      'vue/require-default-prop': 'off',
      // Prettier formats templates.
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
      // The code has no enums (erasableSyntaxOnly), and these rules are slow: they check every assignment.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Some callbacks must return a promise although they await nothing.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver()] },
    rules: {
      // Node, packages, #src, then relative paths, with a blank line between them.
      'import-x/order': [
        'error',
        {
          groups: ['builtin', 'external', 'internal', ['parent', 'sibling', 'index']],
          pathGroups: [{ pattern: '#src/**', group: 'internal' }],
          'newlines-between': 'always',
        },
      ],
    },
  },
  {
    files: ['src/**'],
    rules: {
      'no-console': 'error',
      // The next rule does not see types of the form `import('…').Name`: this one refuses them.
      '@typescript-eslint/consistent-type-imports': 'error',
      'import-x/no-restricted-paths': [
        'error',
        restrictedPaths(path.resolve(import.meta.dirname, 'src')),
      ],
    },
  },
  {
    files: ['src/**'],
    ignores: guardModules,
    rules: {
      'no-restricted-globals': ['error', ...blockableGlobals],
      'no-restricted-imports': ['error', { paths: [blockableImports] }],
      'no-restricted-properties': ['error', ...blockableProperties],
    },
  },
  { files: ['src/**'], rules: { 'no-restricted-syntax': ['error', ...dayAndOrderSyntax] } },
  // The baseline of the benchmark is no part of the product.
  { files: ['tools/**/*.vue'], rules: { 'vue/no-bare-strings-in-template': 'off' } },
  {
    files: textFolders,
    ignores: foreignTexts,
    rules: { 'no-restricted-syntax': ['error', ...dayAndOrderSyntax, ...sentenceSyntax] },
  },
  {
    files: wholeListModules,
    rules: {
      'no-restricted-syntax': ['error', ...dayAndOrderSyntax, ...sentenceSyntax, ...pagingSyntax],
    },
  },
  {
    files: ['src/kit/pages/**'],
    ignores: ['src/kit/pages/find.ts'],
    rules: { 'no-restricted-syntax': ['error', ...dayAndOrderSyntax, ...pageActionSyntax] },
  },
  {
    files: ['src/mock/**'],
    ignores: ['src/mock/transports/browserEnvironment.ts'],
    rules: {
      'no-restricted-properties': ['error', ...ambientProperties, ...blockableProperties],
      'no-restricted-syntax': ['error', ...clockSyntax, ...dayAndOrderSyntax],
    },
  },
  {
    // The order of the languages that no index has.
    files: ['src/mock/domain/compareNames.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clockSyntax, ...daySyntax] },
  },
  {
    files: guardModules.filter((file) => file.startsWith('src/mock/')),
    rules: { 'no-restricted-properties': ['error', ...ambientProperties] },
  },
  {
    files: ['tests/component/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'vi',
          property: 'resetModules',
          message: 'It loads a second kit for all later files. Put the test into ownModules.',
        },
      ],
    },
  },
  { files: ['**/*.mjs'], extends: [vueTsConfigs.disableTypeChecked] },
)
