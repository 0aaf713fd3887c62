/** Values for a workbench's `settings.json`. */
export type Settings = Readonly<Record<string, unknown>>;

/**
 * A workbench in which nothing happens by itself: no welcome pages, tips, look-ups or questions, and editors that open
 * where a script finds them. Each of these has once stood in the way of a test or asked something of the network.
 */
export const QUIET_SETTINGS: Settings = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'remote.autoForwardPorts': false,
  'telemetry.feedback.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'window.autoDetectColorScheme': false,
  'window.autoDetectHighContrast': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'compact',
  'workbench.activity.showAccounts': false,
  'workbench.editor.empty.hint': 'hidden',
  'workbench.editor.useModal': 'off',
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.remoteIndicator.showExtensionRecommendations': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** What a person who only looks around needs to have quiet; the rest of the workbench is as they would find it. */
export const PLAIN_SETTINGS: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'remote.autoForwardPorts': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/**
 * Whether VS Code asks for trust. `'restricted'` opens every folder in Restricted Mode without asking; a server of
 * which trust is not asked at all opens them as trusted.
 */
export type Trust = 'trusted' | 'restricted';

export function trustSettings(trust: Trust): Settings {
  if (trust === 'trusted') return { 'security.workspace.trust.enabled': false };
  return {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
    'security.workspace.trust.banner': 'never',
  };
}

/** Where the extension runs: in the server's Node process, as on the desktop, or in a worker of the browser. */
export type Kind = 'node' | 'web';

/** The identifier of our extension. */
const EXTENSION_ID = 'counterparts.counterparts';

/** Decides where our extension runs. (The key of a workbench's address that is meant for this does nothing in 1.139.) */
export function kindSettings(kind: Kind): Settings {
  return { 'remote.extensionKind': { [EXTENSION_ID]: [kind === 'web' ? 'web' : 'workspace'] } };
}
