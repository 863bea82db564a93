"""A real web server for a built site, below a path and at the root."""

import contextlib
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from markup import POLICY

CONFIGURATION = """
daemon off;
master_process off;
error_log {folder}/error.log;
pid {folder}/nginx.pid;
events {{}}
http {{
  include /etc/nginx/mime.types;
  charset utf-8;
  access_log off;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  add_header Content-Security-Policy "{policy}" always;
  server {{
    listen 127.0.0.1:{below};
    location /rapor/ {{ alias {folder}/site/; error_page 404 /rapor/404.html; }}
  }}
  server {{
    listen 127.0.0.1:{root};
    location / {{ root {folder}/site; error_page 404 /404.html; }}
  }}
}}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def serving(site: Path):
    """The site's address below /rapor/ and its address at the root of another port, while the block runs."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(site, Path(folder, "site"))
        for path in [Path(folder), *Path(folder).rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)
        below, root = free_port(), free_port()
        configuration = Path(folder, "nginx.conf")
        configuration.write_text(CONFIGURATION.format(folder=folder, policy=POLICY, below=below, root=root))
        server = subprocess.Popen(["nginx", "-p", folder, "-c", str(configuration)], stderr=subprocess.DEVNULL)
        try:
            wait_for(below)
            yield f"http://127.0.0.1:{below}/rapor/", f"http://127.0.0.1:{root}/"
        finally:
            server.terminate()
            server.wait()


def wait_for(port):
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    raise RuntimeError("nginx does not answer")
