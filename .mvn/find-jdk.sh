# Sourced by ./pindah and ./check. find_jdk prints the home of a JDK 25 or newer: JAVA_HOME, the
# java on the PATH, then the usual folders of systems and of SDKMAN.

jdk_release() {
  # The feature number of the JDK in folder $1, or nothing.
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1
}

jdk_fits() {
  [ -n "$1" ] || return 1
  feature=$(jdk_release "$1") || return 1
  [ -n "$feature" ] && [ "$feature" -ge 25 ]
}

find_jdk() {
  if jdk_fits "${JAVA_HOME:-}"; then
    echo "$JAVA_HOME"
    return 0
  fi
  on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$on_path" ]; then
    on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
    on_path=$(dirname "$(dirname "$on_path")")
    if jdk_fits "$on_path"; then
      echo "$on_path"
      return 0
    fi
  fi
  for folder in /usr/lib/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
    "${HOME:-/nonexistent}"/.jdks/*; do
    if jdk_fits "$folder"; then
      echo "$folder"
      return 0
    fi
  done
  return 1
}
