import Course
import Markdown
import Testing

/// Where the cluster is that commands talk to.
struct ClusterTests {
  @Test(arguments: [
    ("kubectl get pods", ""), ("kubectl apply -f a.yml", ""),
    ("kubectl run a --image=b", "network"),
    ("kubectl apply -f https://e.org/a.yml", "network"), ("helm uninstall x", ""),
    ("kubectl create namespace x", ""), ("kubectl create deployment x --image=y", "network"),
    ("kubectl port-forward x 1:2", "service"), ("helm install x y", "network"),
    ("kubectl exec a -- wget http://web", ""),
    ("kubectl exec a -- wget http://e.org", "network"),
  ])
  func `a cluster is on this machine and needs no network unless the notes say otherwise`(
    command: String, traits: String
  ) {
    func found(after maker: String) -> String {
      let markdown = "```sh\n\(maker)\n```\n\n```sh\n\(command)\n```\n"
      let found = Page(path: "a.md", bytes: Array(markdown.utf8)).steps.last?.traits ?? []
      return found.sorted().map(\.rawValue).joined(separator: " ")
    }
    #expect(found(after: "minikube start") == traits)
    #expect(found(after: "ls") == traits)
    #expect(found(after: "eksctl create cluster\nkind create cluster") == traits)
    #expect(found(after: "eksctl create cluster").contains("network"))
  }
}
