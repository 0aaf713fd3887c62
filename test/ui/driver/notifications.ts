import type { Page } from 'playwright-core';

export interface Notification {
  readonly message: string;
  readonly buttons: readonly string[];
}

const TOAST = '.notifications-toasts .notification-toast';

/** The notifications on screen now. */
export async function notifications(page: Page): Promise<Notification[]> {
  return page.locator(`${TOAST} .notification-list-item`).evaluateAll(toasts =>
    toasts.map(toast => ({
      message: toast.querySelector('.notification-list-item-message')?.textContent ?? '',
      buttons: [...toast.querySelectorAll('.notification-list-item-buttons-container .monaco-button')].map(
        button => button.textContent,
      ),
    })),
  );
}

/** Waits for a notification whose message holds this text. */
export async function waitForNotification(page: Page, text: string | RegExp): Promise<void> {
  await page.locator(`${TOAST} .notification-list-item-message`, { hasText: text }).first().waitFor();
}

export async function pressNotificationButton(page: Page, button: string): Promise<void> {
  const buttons = page.locator(`${TOAST} .notification-list-item-buttons-container .monaco-button`, {
    hasText: button,
  });
  await buttons.first().click();
}
