import type { Route } from 'playwright-core';
import { makeEvent } from './event.ts';
import { answerOf, toAppUrl } from './protocol.ts';
import { letsThrough } from './session.ts';
import type { WebContentsDouble } from './web-contents.ts';

/** Requests that the app's own locks stopped, and those that only the double kept from the network. */
export const stoppedRequests: string[] = [];
export const escapedRequests: string[] = [];

/** Every request of a page goes the way it would go in electron: navigation rules, web request filter, protocol. */
export async function routeRequest(route: Route, contents: WebContentsDouble): Promise<void> {
  const request = route.request();
  const url = toAppUrl(request.url());
  if (await isPopup(route, contents)) {
    contents.$openedWindows.push({ url, action: contents.$windowOpenHandler({ url }).action });
    return route.abort('aborted');
  }
  if (request.isNavigationRequest() && !contents.$takeOwnNavigation() && isRefused(contents, route, url)) {
    return route.abort('aborted');
  }
  if (!letsThrough(url)) {
    stoppedRequests.push(url);
    return route.abort('blockedbyclient');
  }
  const answer = await answerOf(new Request(url, { method: request.method() }));
  if (answer === null) {
    escapedRequests.push(url);
    return route.abort('internetdisconnected');
  }
  const headers = Object.fromEntries(answer.headers);
  return route.fulfill({ status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) });
}

/** The first request of a popup comes before its frame exists. */
async function isPopup(route: Route, contents: WebContentsDouble): Promise<boolean> {
  try {
    return route.request().frame().page() !== contents.$page;
  } catch {
    return true;
  }
}

function isRefused(contents: WebContentsDouble, route: Route, url: string): boolean {
  const isMainFrame = route.request().frame().parentFrame() === null;
  const names = isMainFrame ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate'];
  return names.some((name) => {
    const event = makeEvent({ url, isMainFrame });
    contents.emit(name, event);
    return event.defaultPrevented;
  });
}
