# SPDX-License-Identifier: MIT
"""Drives a headless Chromium over the pipe of its DevTools protocol: Python's standard library and the browser only."""
import json
import os
import shutil
import subprocess
import tempfile
import threading
import time

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
         "--disable-dev-shm-usage", "--force-color-profile=srgb", "--remote-debugging-pipe"]
TIMEOUT = 60  # seconds that one answer may take
KEYS = {"Enter": 13, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40, "ArrowLeft": 37, "ArrowRight": 39, "Tab": 9}


def find_chromium():
    return next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)


class Chromium:
    """One browser with one page and a profile that is thrown away."""

    def __init__(self, program):
        self.profile = tempfile.mkdtemp(prefix="planview-browser-")
        self.downloads = os.path.join(self.profile, "downloads")
        os.mkdir(self.downloads)
        to_browser, self.write_end = os.pipe()
        self.read_end, from_browser = os.pipe()

        def place_pipes():  # the protocol reads from descriptor 3 and writes to 4
            high_in, high_out = os.dup(to_browser), os.dup(from_browser)
            while high_in < 5: high_in = os.dup(high_in)
            while high_out < 5: high_out = os.dup(high_out)
            os.dup2(high_in, 3)
            os.dup2(high_out, 4)

        self.process = subprocess.Popen([program, *FLAGS, f"--user-data-dir={self.profile}", "about:blank"],
                                        preexec_fn=place_pipes, close_fds=False, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.last_id, self.answers, self.events, self.session = 0, {}, [], None
        self.news = threading.Condition()
        threading.Thread(target=self._read, daemon=True).start()
        page = next(t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"): self.call(f"{domain}.enable")
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)
        self.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=self.downloads, eventsEnabled=True)

    def _read(self):
        rest = b""
        while True:
            try: chunk = os.read(self.read_end, 1 << 16)
            except OSError: chunk = b""
            if not chunk: break
            *messages, rest = (rest + chunk).split(b"\0")
            with self.news:
                for message in map(json.loads, messages):
                    if "id" in message: self.answers[message["id"]] = message
                    else: self.events.append(message)
                self.news.notify_all()
        with self.news:
            self.answers["closed"] = True
            self.news.notify_all()

    def call(self, method, **params):
        self.last_id += 1
        message = {"id": self.last_id, "method": method, "params": params}
        if self.session and not method.startswith(("Target.", "Browser.")): message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data: data = data[os.write(self.write_end, data):]
        with self.news:
            if not self.news.wait_for(lambda: message["id"] in self.answers or "closed" in self.answers, TIMEOUT):
                raise TimeoutError(method)
            answer = self.answers.pop(message["id"], None)
        if answer is None: raise RuntimeError(f"{method}: the browser is gone")
        if "error" in answer: raise RuntimeError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def evaluate(self, expression):
        """The value of a JavaScript expression; promises are waited for."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("exception", {}).get("description", expression))
        return answer["result"].get("value")

    def wait(self, expression, seconds=10):
        end = time.monotonic() + seconds
        while not (value := self.evaluate(expression)):
            if time.monotonic() > end: raise TimeoutError(f"never true: {expression}")
            time.sleep(0.03)
        return value

    def open(self, path, hash=""):
        """Opens a file anew and waits until the page says that it is ready."""
        self.call("Page.navigate", url="about:blank")
        self.call("Page.navigate", url="file://" + os.path.abspath(path) + hash)
        self.wait("document.documentElement?.dataset.ready !== undefined", 30)

    def resize(self, width, height, phone=False):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2 if phone else 1,
                  mobile=phone)

    def prefer(self, scheme):
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def press(self, key):
        code = KEYS.get(key, ord(key.upper()) if len(key) == 1 and key.isalnum() else 0)
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else None)
        down = {"type": "keyDown", "key": key, "windowsVirtualKeyCode": code}
        if text: down["text"] = text
        self.call("Input.dispatchKeyEvent", **down)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    def type(self, text): self.call("Input.insertText", text=text)

    def click(self, selector):
        """A real click in the first box of the element, once it lies still and nothing covers it."""
        point = None
        end = time.monotonic() + 10
        while point is None:
            if time.monotonic() > end: raise AssertionError(f"nothing to click at {selector}")
            point = self.evaluate(f"""(async () => {{
              const frame = () => new Promise((done) => requestAnimationFrame(done));
              await frame();
              const element = document.querySelector({json.dumps(selector)});
              if (!element) return null;
              const outside = (r) => !r || r.top < 0 || r.bottom > innerHeight || r.left < 0 || r.right > innerWidth;
              if (outside(element.getClientRects()[0])) element.scrollIntoView({{ block: 'center', inline: 'center' }});
              await frame();
              const rect = element.getClientRects()[0];
              if (!rect) return null;
              const [x, y] = [rect.left + Math.min(rect.width / 2, 200), rect.top + Math.min(rect.height / 2, 40)];
              const hit = document.elementFromPoint(x, y);
              return hit && (element.contains(hit) || hit.contains(element)) ? [x, y] : null;
            }})()""")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=point[0], y=point[1], button="left", clickCount=1)

    def screenshot(self, path):
        import base64
        data = self.call("Page.captureScreenshot", format="png")["data"]
        with open(path, "wb") as file: file.write(base64.b64decode(data))

    def download(self, act, name):
        """The path of the file that `act` downloads."""
        path = os.path.join(self.downloads, name)
        if os.path.exists(path): os.remove(path)
        act()
        end = time.monotonic() + TIMEOUT
        while not (os.path.exists(path) and os.path.getsize(path)):
            if time.monotonic() > end: raise TimeoutError(f"{name} was not downloaded")
            time.sleep(0.05)
        return path

    def complaints(self):
        """Errors and warnings of the console, and exceptions that nothing caught."""
        with self.news: events = list(self.events)
        found = []
        for event in events:
            params = event["params"]
            if event["method"] == "Runtime.exceptionThrown":
                details = params["exceptionDetails"]
                found.append(details.get("exception", {}).get("description", details["text"]))
            elif event["method"] == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning", "assert"):
                found.append(str([argument.get("value") for argument in params["args"]]))
            elif event["method"] == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
                found.append(params["entry"]["text"])
        return found

    def requests(self):
        """Addresses that were asked for."""
        with self.news: events = list(self.events)
        return [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]

    def close(self):
        try: self.call("Browser.close")
        except (RuntimeError, TimeoutError, OSError): pass
        try: self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)
